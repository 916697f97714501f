"""The chapter of the user guide that speaks of each page."""

from typing import Final

CHAPTERS: Final = {
    "overview": "Overview",
    "interview": "Guided start",
    "sections": "Plan sections",
    "people": "People & roles",
    "trees": "Communication trees",
    "classification": "Classification",
    "playbooks": "Playbooks",
    "notifications": "Notifications",
    "programme": "Programme",
    "findings": "Findings",
    "coverage": "Coverage",
    "reviews": "Review sessions",
    "exercises": "Exercises and incidents",
    "versions": "Versions and approval",
    "changes": "What changed",
    "backups": "Backups",
    "verify": "Verify a file",
}
"""Its heading, by the key of the area."""
