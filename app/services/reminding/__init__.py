"""Reminders brought to people: what is told to whom, once, and by which way."""
