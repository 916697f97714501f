"""The areas of an open plan, as the navigation lists them."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.widgets.nav import NavItem

AREAS: Final = (
    "overview",
    "sections",
    "findings",
    "coverage",
    "notifications",
    "reviews",
    "exercises",
    "changes",
    "backups",
)
"""Their keys; Ctrl and a digit leads to each of the first nine."""


def nav_areas() -> tuple[NavItem, ...]:
    """The rows of the navigation."""
    words = {
        "overview": (_tr("Overview"), "layout-dashboard"),
        "sections": (_tr("Plan sections"), "file-text"),
        "findings": (_tr("Findings"), "list-checks"),
        "coverage": (_tr("Coverage"), "shield-check"),
        "notifications": (_tr("Notifications"), "bell"),
        "reviews": (_tr("Reviews"), "clipboard-check"),
        "exercises": (_tr("Exercises"), "graduation-cap"),
        "changes": (_tr("Changes"), "git-compare"),
        "backups": (_tr("Backups"), "history"),
    }
    return tuple(NavItem(key, *words[key], f"Ctrl+{at}") for at, key in enumerate(AREAS, start=1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
