"""The notifications page: regimes to adopt, duties, clocks and decisions."""

from ui.pages.notifications.page import NotificationsPage

__all__ = ["NotificationsPage"]
