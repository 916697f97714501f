"""The page of backups: what can be restored, and what that would change."""

from ui.pages.backups.page import BackupsPage

__all__ = ["BackupsPage"]
