"""Communication trees: how their calls hang together, where they stand, and how they change."""
