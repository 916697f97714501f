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
    "versions",
    "changes",
    "backups",
    "verify",
)
"""Their keys; Ctrl and a digit leads to each of the first ten, the zero to the last of them."""

SHORTCUTS: Final = dict(zip(AREAS, (f"Ctrl+{digit}" for digit in "1234567890"), strict=False))
"""The keys that lead to them."""


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
        "versions": (_tr("Versions"), "badge-check"),
        "changes": (_tr("Changes"), "git-compare"),
        "backups": (_tr("Backups"), "history"),
        "verify": (_tr("Verify a file"), "file-search"),
    }
    return tuple(NavItem(key, *words[key], SHORTCUTS.get(key, "")) for key in AREAS)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
