"""What is claimed, measured; README.md beside this file says how to call each command."""
