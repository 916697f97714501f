"""The comments on a record, or on the whole plan."""
