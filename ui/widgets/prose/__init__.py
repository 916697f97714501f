"""A word processor for section text: what is seen is what is printed, never any syntax."""
