"""Importers and exporters of other formats, each hardened against bad input."""
