"""A test of an element applied to one plan, kept up to date edit by edit."""

from typing import Protocol

from app.domain.judgement.context import Context
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.reach import Reach
from app.domain.plan.kinds import Kind


class Probe(Protocol):
    """One declared test; the inputs it names decide which edits reach it.

    `kinds` are the tables any change of which may change the outcome; of sections and answers only
    those in `sections` and `questions` may, for which the tables are not named.
    """

    kinds: frozenset[Kind] = frozenset()
    sections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def start(self, context: Context) -> None:
        """Look at the whole plan."""

    def update(self, context: Context, reach: Reach) -> None:
        """Look at what `reach` touched; the plan in `context` is the one after it."""

    def outcome(self, context: Context) -> Outcome | None:
        """How far the plan passes; None when nobody expects it to."""
