"""What changed between two states of a plan, change by change, for people to read."""
