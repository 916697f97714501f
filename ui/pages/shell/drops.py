"""Files dropped on the window: which of them it takes, and where they go."""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from ui.bridge.desk import ENDING, REQUEST
from ui.bridge.session import PlanBridge

SIGNED: Final = (".pdf", ".docx")
"""How files end that may carry signatures."""
TABLES: Final = (".csv", ".tsv", ".vcf", ".vcard")
"""How files end that hold records to import into the open plan."""
CARDS: Final = (".vcf", ".vcard")
"""Those of them that can hold nothing but people."""
TAKING: Final = frozenset({"people", "programme"})
"""Pages that import a table into what they show."""


def taken_from(event: QDropEvent) -> Path | None:
    """The first plan, request, signed file or table that is dropped; None when there is none."""
    files = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    known = (ENDING, REQUEST, *SIGNED, *TABLES)
    return next((file for file in files if file.suffix.lower() in known), None)


def may_take(path: Path, bridge: PlanBridge | None) -> bool:
    """Whether `path` may be dropped now: tables need a plan that is open and can be changed."""
    if QApplication.activeModalWidget() is not None:
        return False
    writable = bridge is not None and not bridge.read_only
    return writable or path.suffix.lower() not in TABLES


def taking_area(path: Path, area: str) -> str:
    """The page that imports a table dropped while `area` is shown; people's when in doubt."""
    if area not in TAKING or path.suffix.lower() in CARDS:
        return "people"
    return area
