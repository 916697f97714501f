"""The page Programme."""

from ui.pages.programme.page import ProgrammePage

__all__ = ["ProgrammePage"]
