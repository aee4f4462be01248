"""Reported scores: numbers that are scores, their kinds, and what they are scores of.

`numbers` finds them, `reported` leaves out those that are none, `kinds` reads the wording, and
`binding` asks the other modules for the metric, the method and the dataset.
"""
