"""The page Communication trees."""

from ui.pages.trees.page import TreesPage

__all__ = ["TreesPage"]
