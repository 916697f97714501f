"""Notification clocks: which regimes to propose, and when each notice is due."""
