"""Drawings: laid out without a screen, painted on PDF pages, as SVG or as PNG."""
