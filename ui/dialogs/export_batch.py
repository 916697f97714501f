"""Editions exported one after the other in one job, with one progress."""

from dataclasses import dataclass, replace

from app.domain.document.audience import Audience
from app.domain.errors import IrplanError
from app.domain.judgement.engine import Judgement
from app.services.changes.since import since
from app.services.clock import today
from app.services.exporting import ExportOptions, ExportResult, Progress
from ui.bridge.desk import Desk
from ui.bridge.jobs import Tell, Work
from ui.bridge.session import PlanBridge
from ui.models.edition_words import edition_name


@dataclass(frozen=True, slots=True)
class Made:
    """One edition that was exported."""

    audience: Audience
    result: ExportResult


@dataclass(frozen=True, slots=True)
class Batch:
    """What was exported; `failure` is why the rest was not, None where all of it was."""

    made: tuple[Made, ...]
    failure: IrplanError | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: `options` for each of `editions`.

    `point` is the version that an annex tells the changes since; blank for no annex.
    """

    options: ExportOptions
    editions: tuple[Audience, ...] = (Audience.PLAN,)
    point: str = ""


def export_work(desk: Desk, bridge: PlanBridge, order: Order) -> Work:
    """The export as a job, judged anew from the plan as it is now, whatever is edited meanwhile."""
    plan, template = bridge.plan, bridge.template
    workshop, path = desk.workshop, desk.path
    options = replace(order.options, head=bridge.head())
    standards, day = bridge.judgement.standards, today(workshop.clock)

    def work(tell: Tell) -> Batch:
        tell(0.0, "Judging the plan")
        judgement = Judgement(plan, template, standards, day)
        known = order.point and path is not None
        begun = since(workshop.history(path), order.point) if known and path is not None else None
        exporter, made = workshop.exporter(), list[Made]()
        for at, audience in enumerate(order.editions):
            wanted = replace(options, since=begun, audience=audience)
            told = _part(tell, at, order.editions)
            try:
                made.append(Made(audience, exporter.export(judgement, wanted, told)))
            except IrplanError as error:
                if not made:
                    raise
                return Batch(tuple(made), error)
        return Batch(tuple(made))

    return work


def _part(tell: Tell, at: int, editions: tuple[Audience, ...]) -> Progress:
    """Tells of the edition at `at` as its part of the whole."""
    if len(editions) == 1:
        return tell
    name = edition_name(editions[at])

    def told(share: float, what: str) -> None:
        tell((at + share) / len(editions), f"{name}: {what}")

    return told
