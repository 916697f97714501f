"""Plans as files: what an export says, how it looks and how it reaches the disk."""
