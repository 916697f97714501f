"""Signing and stamping files that were exported before."""
