"""Who takes which part in which activity: edits, checks, and rows taken from the playbooks."""
