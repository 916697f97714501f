"""Where an answer of a step can lead, by the words for each place."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import PlaybookStep, StepBranch
from app.domain.plan.step_ways import steps_of
from ui.models.record_options import Option

MOST_LETTERS = 60

ONWARD: tuple[RecordId | None, bool] = (None, False)
CLOSE: tuple[RecordId | None, bool] = (None, True)


def way_options(plan: Plan, step: PlaybookStep) -> tuple[Option, ...]:
    """The places to lead to: on, to the end, and every other step; each as (`to`, `ends`)."""
    return tuple(_options(plan, step))


def way_of(branch: StepBranch) -> tuple[RecordId | None, bool]:
    """Where `branch` leads, as one of `way_options`."""
    return branch.to, branch.ends and branch.to is None


def _options(plan: Plan, step: PlaybookStep) -> Iterator[Option]:
    yield Option(_tr("On to the next step"), ONWARD)
    yield Option(_tr("Close the playbook"), CLOSE)
    for number, each in enumerate(steps_of(plan, step.playbook), 1):
        if each.id != step.id:
            yield Option(f"{number} {_short(each.action)}", (each.id, False))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_LETTERS else f"{line[:MOST_LETTERS].rstrip()}\u2026"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Steps", text)
