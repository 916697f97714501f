"""Elements of a plan: the things requirements ask for, each shown by the plan's own data."""
