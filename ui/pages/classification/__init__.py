"""The page Classification."""

from ui.pages.classification.page import ClassificationPage

__all__ = ["ClassificationPage"]
