"""The coverage page: the chosen frameworks, requirement by requirement, with what shows each."""

from ui.pages.coverage.page import CoveragePage

__all__ = ["CoveragePage"]
