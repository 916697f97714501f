"""Verifying an exported file: what its signatures say, and whether it is a version of the plan."""
