"""A copy of the small library that a test may break in one place."""

import shutil
from collections.abc import Callable
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
        """What is wrong with the template, the framework and the elements."""
        return [problem for read in self._readers() for problem in _problems_of(read)]

    def problem_after(self, name: str, old: str, new: str) -> str:
        """What is wrong, all in one text, after the edit."""
        assert self.problems() == []
        self.edit(name, old, new)
        return "\n".join(self.problems())

    def _readers(self) -> tuple[Callable[[], object], ...]:
        library = self.library
        return (
            lambda: library.template("small"),
            library.frameworks,
            lambda: library.framework("small-framework"),
            library.elements,
        )


def _problems_of(read: Callable[[], object]) -> list[str]:
    try:
        read()
    except LibraryFileInvalid as error:
        return list(error.problems)
    return []


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shutil.copytree(SMALL, tmp_path / "library")
    return Shelf(tmp_path / "library")
