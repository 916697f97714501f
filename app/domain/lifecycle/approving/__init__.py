"""How a version comes to be approved, and what becomes of it."""
