"""The adopted duties as rows of a table."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.plan import Kind, Plan
from app.services.notifying.adopted import Adopted
from ui.models.cells import Cell, CellRow
from ui.models.record_names import name_of
from ui.models.regime_words import confidence_text

MEMORY = "memory"


def duty_headings() -> tuple[str, ...]:
    """The headings of the table."""
    return (
        _tr("Duty and recipient"),
        _tr("Deadlines"),
        _tr("Decides"),
        _tr("Contact"),
        _tr("Message"),
    )


def duty_row(plan: Plan, item: Adopted) -> CellRow:
    """The row for one duty."""
    duty = item.duty
    return CellRow(
        duty.id,
        (
            _name(item),
            _deadlines(duty),
            _linked(plan, Kind.ROLE, duty.decision_owner),
            _linked(plan, Kind.PARTY, duty.contact),
            _linked(plan, Kind.MESSAGE, duty.message),
        ),
    )


def origin(item: Adopted) -> str:
    """Where the terms of a duty come from, in words."""
    if item.regime is not None:
        return _tr("Regime: {0}").format(item.regime.name)
    if item.duty.regime:
        return _tr("Its regime is no longer in the library")
    return _tr("Your own duty")


def _name(item: Adopted) -> Cell:
    duty = item.duty
    remarks = [duty.recipient or _tr("No recipient stated"), origin(item)]
    picture, tone = "", ""
    if duty.confidence == MEMORY:
        remarks.append(confidence_text(MEMORY))
        picture, tone = "triangle-alert", "warning"
    if item.open_drift:
        remarks.append(_tr("Today's pack differs"))
        picture, tone = "git-compare", "warning"
    return Cell(duty.name, "\n".join(remarks), picture, tone, strong=True)


def _deadlines(duty: Obligation) -> Cell:
    if not duty.steps:
        return Cell(_tr("No deadline stated"), picture="triangle-alert", tone="warning")
    bullet = "\u2022 " if len(duty.steps) > 1 else ""
    return Cell("\n".join(f"{bullet}{_step(step)}" for step in duty.steps))


def _step(step: ObligationStep) -> str:
    return _tr("{0}: {1}").format(step.name, "; ".join(_limit(step)) or _tr("no time stated"))


def _limit(step: ObligationStep) -> Iterator[str]:
    if step.within is not None and step.clock_start and step.within.amount:
        yield _tr("{0} from {1}").format(step.within, step.clock_start)
    elif step.within is not None:
        yield str(step.within)
    if step.timing:
        yield step.timing


def _linked(plan: Plan, kind: Kind, key: RecordId | None) -> Cell:
    if key is None or plan.find(kind, key) is None:
        return Cell(_tr("Not stated"), picture="triangle-alert", tone="warning")
    return Cell(name_of(plan, kind, key))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notifications", text)
