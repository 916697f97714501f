"""Answers and what follows from them in a plan that is there already."""
