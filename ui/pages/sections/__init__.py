"""The Plan sections page: outline, guided questions, text, and what is asked of it."""

from ui.pages.sections.page import SectionsPage

__all__ = ["SectionsPage"]
