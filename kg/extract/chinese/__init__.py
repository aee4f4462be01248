"""What Chinese needs of its own: phrases without blanks, definitions, scores in their order."""
