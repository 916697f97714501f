"""The page Playbooks."""

from ui.pages.playbooks.page import PlaybooksPage

__all__ = ["PlaybooksPage"]
