"""The page of what changed between two points of the plan's history."""
