"""What an editor shows for variables and references, told by whoever knows the plan."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.document.prose.nodes import Reference, Variable


@dataclass(frozen=True, slots=True)
class Wording:
    """Looks up the words behind chips; each call sees the plan as it is at that moment.

    `variable` and `reference` give None while there is nothing to show; `question` says in
    words what a variable waits for, blank when nothing is known of it.
    """

    variable: Callable[[str], str | None]
    reference: Callable[[Reference], str | None]
    question: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Insertable:
    """Something to choose from the insert menu: its words, what it is, and what goes in."""

    title: str
    detail: str
    inline: Variable | Reference


Insertables = Callable[[], Sequence[Insertable]]
"""What can be inserted, in the order to offer it."""


def nothing_known() -> Wording:
    """For a document without a plan: every chip shows its own name."""
    return Wording(_no_variable, _no_reference, str)


def _no_variable(name: str) -> str | None:
    del name
    return None


def _no_reference(reference: Reference) -> str | None:
    del reference
    return None
