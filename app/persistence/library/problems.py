"""What is wrong in the library's files, collected so that an author sees it all at once."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.services.library import LibraryFileInvalid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """Something read from `file`, and its `place` there, such as `sections[2]`."""

    file: str
    place: str
    item: T


@dataclass(slots=True)
class Problems:
    """Lines such as `templates/a/template.yaml: topics[0].id: is missing`, as they are found."""

    lines: list[str] = field(default_factory=list)

    def note(self, file: str, place: str, sentence: str) -> None:
        """Add one problem; a blank `place` means the file as a whole."""
        self.lines.append(": ".join(part for part in (file, place, sentence) if part))

    def raise_any(self) -> None:
        """Raise all of them, if there are any.

        Raises:
            LibraryFileInvalid: With every problem noted so far.
        """
        if self.lines:
            raise LibraryFileInvalid(tuple(self.lines))
