"""Reusable widgets that know no plan."""
