"""What scores in Chinese need of their own: clauses, places, kinds and translated measures."""
