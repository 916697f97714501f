"""The page People & roles."""

from ui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
