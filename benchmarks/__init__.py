"""Measurements of speed, run by hand; ratios within one run, so that machines do not matter."""
