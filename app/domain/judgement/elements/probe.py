"""A test of an element applied to one plan, kept up to date edit by edit."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from app.domain.judgement.context import Context
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.reach import Reach
from app.domain.plan.kinds import Kind


class Probe(Protocol):
    """One declared test; the inputs it names decide which edits reach it.

    `looks_at` are the tables of which a record that comes or goes may change the outcome, each
    with the fields in which a record may. Of sections and answers only those in `sections` and
    `questions` may change it, for which the tables are not named.
    """

    looks_at: Mapping[Kind, frozenset[str]] = MappingProxyType({})
    sections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def start(self, context: Context) -> None:
        """Look at the whole plan."""

    def update(self, context: Context, reach: Reach) -> bool:
        """Look at what `reach` touched; whether the outcome may be another than before.

        The plan in `context` is the one after it.
        """

    def outcome(self, context: Context) -> Outcome | None:
        """How far the plan passes; None when nobody expects it to."""
