"""Inputs for answers, one for each shape an answer can have."""
