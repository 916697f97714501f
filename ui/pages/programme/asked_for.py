"""Which requirements look at the records of a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.coverage import RequirementStatus
from app.domain.judgement.elements.element import Covered, Rows
from app.domain.judgement.engine import Judgement
from app.domain.plan.assurance import requirement_key
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.bridge.words import counted, short_name

NAMED = 3
"""So many requirements are named; of more only the number is said."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One requirement that looks at a table; `lacking` while it is not met."""

    key: RecordId
    framework: str
    name: str
    lacking: bool


def demands(judgement: Judgement, kind: Kind) -> tuple[Demand, ...]:
    """The requirements of the chosen frameworks that look at `kind`, those not met first."""
    wanted = frozenset(
        key
        for key, status in judgement.elements.items()
        if any(_looks_at(test, kind) for test in status.element.tests)
    )
    found = [
        Demand(
            requirement_key(framework.id, status.requirement.id),
            short_name(framework.name),
            status.requirement.id,
            _lacks(status, wanted),
        )
        for framework in judgement.frameworks
        for status in judgement.coverage(framework.id)
        if not wanted.isdisjoint(status.requirement.needs)
    ]
    return tuple(sorted(found, key=lambda item: not item.lacking))


def demand_text(found: tuple[Demand, ...]) -> str:
    """Who asks for the table, in a sentence; blank when nobody does."""
    if not found:
        return ""
    lacking = tuple(item for item in found if item.lacking)
    names = ", ".join(_named((lacking or found)[:NAMED]))
    rest = len(lacking or found) - NAMED
    more = _tr(" and {0} more").format(rest) if rest > 0 else ""
    if lacking:
        one = _tr("1 requirement misses something here: {names}")
        many = _tr("{n} requirements miss something here: {names}")
        return counted(len(lacking), one, many).replace("{names}", names + more) + "."
    one = _tr("1 requirement looks at this table: {names}")
    many = _tr("{n} requirements look at this table: {names}")
    return counted(len(found), one, many).replace("{names}", names + more) + "."


def _named(found: tuple[Demand, ...]) -> Iterator[str]:
    """The framework is said where it changes."""
    before = ""
    for item in found:
        yield item.name if item.framework == before else f"{item.framework} {item.name}"
        before = item.framework


def _looks_at(test: object, kind: Kind) -> bool:
    match test:
        case Rows():
            return test.kind is kind
        case Covered():
            return kind in (test.kind, test.by)
        case _:
            return False


def _lacks(status: RequirementStatus, wanted: frozenset[str]) -> bool:
    return any(one.element.id in wanted for one in status.missing)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Programme", text)
