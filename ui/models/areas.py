"""The areas of an open plan, as the navigation lists them."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.widgets.nav import NavItem

AREAS: Final = (
    "overview",
    "interview",
    "sections",
    "people",
    "trees",
    "classification",
    "playbooks",
    "notifications",
    "programme",
    "findings",
    "coverage",
    "reviews",
    "exercises",
    "versions",
    "changes",
    "backups",
    "verify",
)
"""Their keys, in the order of the navigation."""

_DAILY: Final = tuple(area for area in AREAS if area != "interview")

SHORTCUTS: Final = dict(zip(_DAILY, (f"Ctrl+{digit}" for digit in "1234567890"), strict=False))
"""The keys that lead to the first ten one comes back to; the zero leads to the last of them."""


def nav_areas() -> tuple[NavItem, ...]:
    """The rows of the navigation."""
    words = {
        "overview": (_tr("Overview"), "layout-dashboard"),
        "interview": (_tr("Guided start"), "sparkles"),
        "sections": (_tr("Plan sections"), "file-text"),
        "people": (_tr("People & roles"), "users"),
        "trees": (_tr("Communication trees"), "network"),
        "classification": (_tr("Classification"), "grid-3x3"),
        "playbooks": (_tr("Playbooks"), "workflow"),
        "programme": (_tr("Programme"), "target"),
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
