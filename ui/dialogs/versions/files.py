"""Where the files of a hand-over go: names that any system takes, next to what they belong to."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from app.services.file_names import plain_words
from ui.bridge.desk import Desk

LONGEST: Final = 40
"""Letters of each part of a file's name."""


def folder_of(desk: Desk) -> Path:
    """Where exported files went the last time, or where the plan is, or among the documents."""
    last = desk.settings.export_folder
    if last is not None and last.is_dir():
        return last
    if desk.path is not None:
        return desk.path.parent
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def file_name(ending: str, *parts: str) -> str:
    """A name made of `parts`."""
    words = "-".join(filter(None, (plain_words(part, LONGEST) for part in parts)))
    return f"{words or 'irplan'}{ending}"


def with_ending(path: Path, ending: str) -> Path:
    """`path` as a file of that kind."""
    return path if path.suffix == ending else path.with_name(f"{path.name}{ending}")
