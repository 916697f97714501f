"""How a plan came about: its audit trail."""
