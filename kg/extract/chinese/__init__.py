"""What names in Chinese need of their own: phrases without blanks, announcements, definitions."""
