"""What another scheme of severity costs, a sentence for each thing."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.plan.plan import RECORD_TYPES, Kind, Plan
from app.services.classifying.losses import Cost, Loss
from ui.models.record_names import name_of, table_words
from ui.models.record_words import words_for


def loss_lines(plan: Plan, losses: Iterable[Loss]) -> tuple[str, ...]:
    """The sentences, in the order of `losses`; records are called as `plan` calls them."""
    found = tuple(losses)
    return (*_lines(plan, found), *_accepted(found))


def _lines(plan: Plan, losses: tuple[Loss, ...]) -> Iterator[str]:
    for loss in losses:
        if loss.cost is Cost.CELLS:
            said = _tr("The {0} cells of the matrix are replaced by those of the new scheme.")
            yield said.format(len(plan.matrix))
        elif loss.cost is not Cost.ACCEPTED:
            yield _said(loss.cost).format(_name(plan, loss), _field(loss))


def _accepted(losses: tuple[Loss, ...]) -> Iterator[str]:
    count = sum(loss.cost is Cost.ACCEPTED for loss in losses)
    if count:
        yield _tr("Accepted findings about the old levels are forgotten: {0}.").format(count)


def _said(cost: Cost) -> str:
    return {
        Cost.LEVEL: _tr("{0} has no counterpart."),
        Cost.WORDS: _tr("{0}: the words your organisation wrote are replaced."),
        Cost.REFERENCE: _tr("{0}: \u201c{1}\u201d is left open."),
        Cost.MEANING: _tr("{0}: what it says of a level without counterpart goes."),
        Cost.SAMPLE: _tr("{0} is removed; its levels have no counterpart."),
        Cost.FAILING: _tr("{0} will not land where it is expected."),
        Cost.TEXT: _tr("{0}: the text names a level that changes; read it again."),
        Cost.ANCHOR: _tr("{0} will be about the section Classification."),
    }[cost]


def _name(plan: Plan, loss: Loss) -> str:
    name = name_of(plan, loss.kind, loss.record)
    own = _own_words().get(loss.kind)
    return f"{own or table_words(loss.kind).one} \u201c{name}\u201d"


def _own_words() -> dict[Kind, str]:
    """The kinds that no table of records shows."""
    return {
        Kind.SECTION: _tr("Section"),
        Kind.COMMENT: _tr("Comment"),
        Kind.LESSON: _tr("Lesson"),
        Kind.ACTIVATION: _tr("Incident"),
    }


def _field(loss: Loss) -> str:
    if not loss.field:
        return ""
    return words_for(RECORD_TYPES[loss.kind])[loss.field].label


def _tr(text: str) -> str:
    return QCoreApplication.translate("Classification", text)
