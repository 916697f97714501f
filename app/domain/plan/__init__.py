"""The plan as immutable records with stable ids."""
