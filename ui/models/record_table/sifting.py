"""Finds the rows in which every word of a filter occurs, a slice of time at a go."""

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from app.domain.plan.ids import RecordId
from ui.models.record_table.folding import folded

SLICE_SECONDS = 0.008
"""So long the texts of rows are gathered before the window may paint again."""

Whole = Callable[[RecordId], str]
"""All that a row says."""


class Sieve:
    """Remembers what rows say, without case and accents, until it is told to forget."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._texts: dict[RecordId, str] = {}

    def gather(self, keys: Sequence[RecordId], seconds: float | None = SLICE_SECONDS) -> bool:
        """Read rows not read yet for so many `seconds` (None: all); whether none is left."""
        until = None if seconds is None else perf_counter() + seconds
        for key in keys:
            if key in self._texts:
                continue
            if until is not None and perf_counter() > until:
                return False
            self._texts[key] = folded(self._whole(key))
        return True

    def forget(self, keys: Iterable[RecordId]) -> None:
        """These rows say something else now."""
        for key in keys:
            self._texts.pop(key, None)

    def forget_all(self) -> None:
        """Any row may say something else now."""
        self._texts.clear()

    def passing(self, keys: Sequence[RecordId], wanted: str) -> list[RecordId]:
        """Those of `keys`, in their order, in which every word of `wanted` occurs."""
        words = folded(wanted).split()
        if not words:
            return list(keys)
        self.gather(keys, None)
        return [key for key in keys if all(word in self._texts[key] for word in words)]
