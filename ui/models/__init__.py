"""Item models over the open plan."""
