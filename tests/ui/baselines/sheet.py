"""All pictures of a folder on one, small, for a look at everything at once."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

NAME: Final = "sheet.png"
COLUMNS: Final = 4
WIDTH, HEIGHT = 480, 320
"""What each has room for, in dots."""


def write_sheet(folder: Path) -> Path:
    """Put the pictures in `folder` into one file there, row by row, by name; returns its path."""
    files = sorted(file for file in folder.glob("*.png") if file.name != NAME)
    rows = -(-len(files) // COLUMNS)
    whole = QImage(COLUMNS * WIDTH, max(1, rows) * HEIGHT, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.gray)
    painter = QPainter(whole)
    for at, file in enumerate(files):
        row, column = divmod(at, COLUMNS)
        painter.drawImage(QPoint(column * WIDTH, row * HEIGHT), _small(QImage(str(file))))
    painter.end()
    made = folder / NAME
    assert whole.save(str(made)), f"{folder} takes no picture"
    return made


def _small(picture: QImage) -> QImage:
    return picture.scaled(
        WIDTH - 8,
        HEIGHT - 8,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
