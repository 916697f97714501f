"""Editions: documents that derive from one plan, each for its readers."""
