"""Submitting, reviewing, approving and issuing versions."""
