"""Notifications: which regimes bind the plan's organisation, and when each notice is due."""
