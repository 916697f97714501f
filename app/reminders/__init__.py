"""Reminders that reach people outside the app."""
