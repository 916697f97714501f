"""The frameworks of the library by id, and which of their requirements are related."""

from app.domain.judgement.crosswalk import Crosswalk, CrosswalkRow
from app.domain.judgement.requirements import Framework
from app.services.library import FrameworkSummary, FrameworkUnknown, Library, LibraryFileInvalid


class FrameworkShelf:
    """Reads a file when it is first asked for; `failure` is the last that could not be read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._crosswalk: Crosswalk | None = None
        self._read: dict[str, Framework | None] = {}
        self.failure: LibraryFileInvalid | None = None

    @property
    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        """All of them, by id; none when the library cannot be read."""
        try:
            return self._library.frameworks()
        except LibraryFileInvalid as error:
            self.failure = error
            return ()

    def framework(self, key: str) -> Framework | None:
        """One of them, whole; None when there is none of that id, or it cannot be read."""
        if key not in self._read:
            self._read[key] = self._find(key)
        return self._read[key]

    def related(self, framework: str, requirement: str) -> tuple[CrosswalkRow, ...]:
        """What a requirement is related to, best sources first."""
        if self._crosswalk is None:
            self._crosswalk = self._rows()
        return self._crosswalk.also(framework, requirement)

    def _find(self, key: str) -> Framework | None:
        try:
            return self._library.framework(key)
        except FrameworkUnknown:
            return None
        except LibraryFileInvalid as error:
            self.failure = error
            return None

    def _rows(self) -> Crosswalk:
        try:
            return self._library.crosswalk()
        except LibraryFileInvalid as error:
            self.failure = error
            return Crosswalk()
