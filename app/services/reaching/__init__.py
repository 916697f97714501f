"""Trying out who is reached: the cases worth trying, and the results for others to read."""
