"""What changed since the last version, as items of an agenda: one for each record or section."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.comparing.comparison import Fate, RecordDifference
from app.domain.comparing.kind_words import KIND_WORDS
from app.domain.lifecycle.matter import LIFE
from app.domain.lifecycle.reviewing.items import about, begun, listed, short
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import name_in
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.sections import Answer
from app.domain.plan.sessions import AgendaItem, Topic
from app.domain.plan.trees import TreeNode
from app.services.changes.compared import Changed, Compared, Detail

APART: Final = LIFE | {Kind.PROFILE, Kind.PERSON, Kind.PARTY}
"""Records that are no part of what is approved, or whose changes are told as drift."""

MOST_DETAILS: Final = 3
"""Lines that say how a record changed; the rest are counted."""

_MATRIX: Final = (Kind.SECTION, RecordId("classification"))


def changes(compared: Compared, version: str) -> Iterator[AgendaItem]:
    """The material ones first; `version` is what the plan is compared with."""
    groups: dict[tuple[Kind, RecordId], list[Changed]] = {}
    for changed in compared.records:
        if changed.difference.kind not in APART:
            groups.setdefault(whole_of(changed.difference, compared), []).append(changed)
    items = [
        (not any(one.material for one in own), _item(whole, own, compared, version))
        for whole, own in groups.items()
    ]
    yield from (item for _, item in sorted(items, key=lambda pair: pair[0]))


def whole_of(difference: RecordDifference, compared: Compared) -> tuple[Kind, RecordId]:
    """The record that people would look at to see this change."""
    kind, key = difference.kind, difference.id
    record = compared.new.find(kind, key) or compared.old.find(kind, key)
    match record:
        case Answer():
            return Kind.SECTION, record.section
        case PlaybookStep():
            return Kind.PLAYBOOK, record.playbook
        case TreeNode():
            return Kind.TREE, record.tree
        case _:
            return _MATRIX if kind is Kind.CELL else (kind, key)


def _item(
    whole: tuple[Kind, RecordId], own: list[Changed], compared: Compared, version: str
) -> AgendaItem:
    kind, key = whole
    material = any(one.material for one in own)
    title = f"{KIND_WORDS[kind]}: {_name(whole, compared.old, compared.new)}"
    weight = "Material change" if material else "Changed"
    why = f"{weight} since version {version}. {_how(whole, own, compared)}"
    return AgendaItem(f"change/{about(kind, key)}", Topic.CHANGE, title, why, about(kind, key))


def _name(whole: tuple[Kind, RecordId], old: Plan, new: Plan) -> str:
    for plan in (new, old):
        record = plan.find(*whole)
        if record is not None:
            return short(name_in(plan, record))
    return str(whole[1])


def _how(whole: tuple[Kind, RecordId], own: list[Changed], compared: Compared) -> str:
    said = [line for one in own for line in _lines(whole, one, compared)]
    shown, rest = said[:MOST_DETAILS], len(said) - MOST_DETAILS
    more = f"; and {rest} more" if rest > 0 else ""
    return begun(f"{'; '.join(shown)}{more}.")


def _lines(whole: tuple[Kind, RecordId], changed: Changed, compared: Compared) -> Iterable[str]:
    difference = changed.difference
    itself = (difference.kind, difference.id) == whole
    name = "" if itself else f"{short(changed.name)}: "
    match difference.fate:
        case Fate.ADDED:
            yield f"{name}new"
        case Fate.REMOVED:
            yield f"{name}removed"
        case _:
            asked = difference.kind is Kind.ANSWER
            for one in compared.details(changed):
                yield f"{short(changed.name)} {one.change}" if asked else f"{name}{_line(one)}"


def _line(detail: Detail) -> str:
    return f"{detail.words}: {detail.change}" if detail.words else detail.change


def names_of(changed: Iterable[Changed]) -> str:
    """The records, each with what became of it."""
    return listed(f"{one.name} ({one.difference.fate.value})" for one in changed)
