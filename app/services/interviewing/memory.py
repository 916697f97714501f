"""What is remembered of an interview between two sessions, beside the plan."""

from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Remembered:
    """`left_at` is the stop one was at, blank before the first; `skipped` are ids of topics.

    `followed` is the revision of the plan file in which the plan last followed all answers, as far
    as somebody wanted it to; 0 where none is known. Answers themselves stay in the plan.
    """

    left_at: str = ""
    skipped: frozenset[str] = frozenset()
    followed: int = 0

    def skipping(self, topic: str) -> "Remembered":
        """With `topic` skipped."""
        return replace(self, skipped=self.skipped | {topic})

    def taking_up(self, topic: str) -> "Remembered":
        """With `topic` no longer skipped."""
        return replace(self, skipped=self.skipped - {topic})


class InterviewMemory(Protocol):
    """Where that is kept, for each plan by its id; losing it is a nuisance only."""

    def load(self, plan: RecordId) -> Remembered:
        """What is remembered of the interview of `plan`; blank where nothing readable is."""

    def save(self, plan: RecordId, remembered: Remembered) -> None:
        """Keep `remembered`; a place that refuses is not worth a failure."""
