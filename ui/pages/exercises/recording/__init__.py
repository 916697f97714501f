"""Dialogs that record how an exercise or an incident went, step by step."""
