"""The steps of the playbooks put together into what may become rows of the RACI table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep


class Grain(Enum):
    """How finely the steps are told apart.

    One row for each phase of all playbooks, of those for one category of incidents, or of each.
    """

    PHASE = "phase"
    CATEGORY = "category"
    PLAYBOOK = "playbook"


@dataclass(frozen=True, slots=True)
class Topic:
    """Steps that make one activity, of one phase or about one decision (then no `phase`).

    `key` is the id such a row has in our templates, None for rows that they do not have;
    `also` is another name it may go by.
    """

    name: str
    steps: tuple[PlaybookStep, ...]
    phase: Phase | None = None
    key: RecordId | None = None
    also: str = ""

    @property
    def playbooks(self) -> tuple[RecordId, ...]:
        """The playbooks whose steps these are, each once."""
        return tuple(dict.fromkeys(step.playbook for step in self.steps))


ROWS: Final = {
    Phase.FIRST_MINUTES: (RecordId("first-minutes"), "Take the first steps"),
    Phase.ANALYSE: (RecordId("analyse"), "Analyse cause and reach"),
    Phase.CONTAIN: (RecordId("contain"), "Contain the incident"),
    Phase.ERADICATE: (RecordId("eradicate"), "Remove attacker and cause"),
    Phase.RECOVER: (RecordId("recover"), "Restore and accept services"),
    Phase.COMMUNICATE: (RecordId("communicate"), "Inform staff, customers, media"),
    Phase.CLOSE: (RecordId("close-and-learn"), "Close and review"),
}
"""The row of each phase over all playbooks: its id and what it is called."""

WORDS: Final = {
    Phase.FIRST_MINUTES: "take the first steps",
    Phase.ANALYSE: "analyse",
    Phase.CONTAIN: "contain",
    Phase.ERADICATE: "remove the cause",
    Phase.RECOVER: "restore",
    Phase.COMMUNICATE: "inform",
    Phase.CLOSE: "close",
}
"""What is done in each phase, after the name of a group."""


def topics(plan: Plan, grain: Grain, *, decisions: bool = False) -> tuple[Topic, ...]:
    """What the steps of playbooks are about, phase by phase; decisions follow if they are asked.

    Of the decisions only those are told that somebody else takes than whoever does the step.
    """
    found = [*_of_phases(plan)] if grain is Grain.PHASE else [*_of_groups(plan, grain)]
    return (*found, *(_of_decisions(plan) if decisions else ()))


def _of_phases(plan: Plan) -> Iterator[Topic]:
    steps = _steps(plan)
    for phase, (key, name) in ROWS.items():
        own = tuple(step for step in steps if step.phase is phase)
        if own:
            yield Topic(name, own, phase, key)


def _of_groups(plan: Plan, grain: Grain) -> Iterator[Topic]:
    def name_of(step: PlaybookStep) -> str:
        playbook = plan.playbooks[step.playbook]
        return _category(plan, playbook) if grain is Grain.CATEGORY else playbook.name

    for name, steps in _grouped(_steps(plan), name_of):
        for phase in Phase:
            own = tuple(step for step in steps if step.phase is phase)
            if own:
                yield Topic(f"{name}: {WORDS[phase]}", own, phase)


def _of_decisions(plan: Plan) -> Iterator[Topic]:
    reserved = [
        step for step in _steps(plan) if step.decision.strip() and step.decided_by in plan.roles
    ]
    for name, steps in _grouped(reserved, lambda step: step.decision):
        yield Topic(f"Decide: {name}", steps, also=name)


def _grouped(
    steps: Iterable[PlaybookStep], name_of: Callable[[PlaybookStep], str]
) -> Iterator[tuple[str, tuple[PlaybookStep, ...]]]:
    """The steps by a name whose case and spaces do not matter."""
    groups: dict[str, list[PlaybookStep]] = {}
    names: dict[str, str] = {}
    for step in steps:
        name = " ".join(name_of(step).split())
        names.setdefault(name.casefold(), name)
        groups.setdefault(name.casefold(), []).append(step)
    for key, own in groups.items():
        yield names[key], tuple(own)


def _steps(plan: Plan) -> list[PlaybookStep]:
    """Steps of playbooks the plan has."""
    return [step for step in plan.steps.values() if step.playbook in plan.playbooks]


def _category(plan: Plan, playbook: Playbook) -> str:
    category = None if playbook.category is None else plan.categories.get(playbook.category)
    return playbook.name if category is None else category.name
