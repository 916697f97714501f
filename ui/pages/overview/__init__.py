"""The overview: how far the plan is and what comes next."""

from ui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
