"""Windows over the window; none of them blocks."""
