"""A copy of the small library that a test may break in one place."""

import shutil
from pathlib import Path

import pytest

from app.persistence.library.store import FileLibrary
from app.services.library import LibraryFileInvalid

SMALL = Path(__file__).parents[3] / "data" / "library"


class Shelf:
    """The small library in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def library(self) -> FileLibrary:
        return FileLibrary(self.root / "templates", self.root / "frameworks")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the one `old` in the file `name`."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def problems(self) -> list[str]:
        """What is wrong with the template and the frameworks."""
        try:
            self.library.template("small")
        except LibraryFileInvalid as error:
            return list(error.problems)
        return []

    def problem_after(self, name: str, old: str, new: str) -> str:
        """What is wrong, all in one text, after the edit."""
        assert self.problems() == []
        self.edit(name, old, new)
        return "\n".join(self.problems())


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shutil.copytree(SMALL, tmp_path / "library")
    return Shelf(tmp_path / "library")
