"""Trying out who is reached through the communication trees."""
