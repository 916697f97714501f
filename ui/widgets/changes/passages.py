"""What a row says, as passages of marked text; all of it is plain text, whatever is in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.comparing.comparison import Fate
from app.domain.comparing.excerpts import Gap, Piece, excerpt, legible, run_together
from app.domain.comparing.redline import Span, SpanKind
from app.services.changes.compared import Compared, Detail
from app.services.changes.kind_names import KIND_NAMES
from ui.widgets.changes.rows import Row, RowKind

WORDS_AROUND: Final = 10
"""Words that stayed, shown on either side of a change while a text is folded."""
LONGEST: Final = 150
"""Words shown of a passage that came or went while a text is folded."""

ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
NEW_LINE: Final = "\N{LINE SEPARATOR}"
"""What begins a new line inside a passage."""


class Mark(Enum):
    """How a stretch of text is set apart."""

    STRONG = "strong"
    INSERTED = "inserted"
    DELETED = "deleted"
    GAP = "gap"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a passage; `mark` None is plain text."""

    text: str
    mark: Mark | None = None


Passage = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says: its passages, what a screen reader says, whether some of it is folded.

    `foldable` rows have a text with stretches that stayed.
    """

    passages: tuple[Passage, ...]
    spoken: str
    foldable: bool = False


def told(row: Row, compared: Compared, *, whole: bool) -> Told:
    """What `row` says; `whole` shows texts with all that stayed in them."""
    if row.record is None:
        name = KIND_NAMES[row.of]
        return _heading(name[:1].upper() + name[1:])
    if row.kind is RowKind.RECORD:
        return _heading(row.record.name)
    details = compared.details(row.record)
    if row.record.difference.fate is Fate.EDITED:
        return _field(next(one for one in details if one.field == row.field), row, whole=whole)
    return _record(row, details)


def _heading(text: str) -> Told:
    return Told(((Stretch(text, Mark.STRONG),),), text)


def _record(row: Row, details: Sequence[Detail]) -> Told:
    """A record that came, went or moved, with what it says or said."""
    assert row.record is not None  # noqa: S101 - only heads of kinds have none
    moved = row.record.difference.fate is Fate.MOVED
    fate = details[0].change if moved else _fate(row.record.difference.fate)
    lines = () if moved else tuple(map(_sentence, details))
    name: Passage = (Stretch(row.record.name, Mark.STRONG), Stretch(f" \N{EM DASH} {fate}"))
    said = [f"{row.record.name}, {fate}", *map(_plain, lines), *_weight(row)]
    return Told((name, *lines), ". ".join(said))


def _field(detail: Detail, row: Row, *, whole: bool) -> Told:
    pieces = excerpt(detail.redline, WORDS_AROUND, LONGEST)
    folded = any(isinstance(piece, Gap) for piece in pieces)
    shown: Sequence[Piece] = detail.redline if whole else pieces
    sentence = _sentence(detail)
    texts = ((*_stretches(shown),),) if shown else ()
    name = row.record.name if row.record is not None else ""
    said = [f"{name}, {_plain(sentence)}", *_spoken(detail.redline), *_weight(row)]
    return Told((sentence, *texts), ". ".join(said), folded)


def _sentence(detail: Detail) -> Passage:
    if not detail.words:
        return (Stretch(detail.change),)
    return Stretch(f"{detail.words}: ", Mark.STRONG), Stretch(detail.change)


def _stretches(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    went = ""
    for at, piece in enumerate(pieces):
        shown = _stretch(piece, begins=not at)
        if went and run_together(went, shown.text):
            yield Stretch(" ")
        yield shown
        went = shown.text if shown.mark is Mark.DELETED else ""


def _stretch(piece: Piece, *, begins: bool) -> Stretch:
    if isinstance(piece, Gap):
        return Stretch(f"{ELLIPSIS} " if begins else f" {ELLIPSIS} ", Mark.GAP)
    return Stretch(legible(piece).replace("\n", NEW_LINE), _MARKS[piece.kind])


def _spoken(spans: Sequence[Span]) -> Iterator[str]:
    for span in spans:
        match span.kind:
            case SpanKind.REMOVED:
                yield _tr("deleted: {0}").format(" ".join(span.text.split()))
            case SpanKind.ADDED:
                yield _tr("inserted: {0}").format(" ".join(span.text.split()))
            case SpanKind.SAME:
                continue


def _weight(row: Row) -> Iterator[str]:
    if row.material:
        yield _tr("Material change")


def _plain(passage: Passage) -> str:
    return "".join(stretch.text for stretch in passage)


def _fate(fate: Fate) -> str:
    return _tr("added") if fate is Fate.ADDED else _tr("removed")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Changes", text)


_MARKS: Final = {
    SpanKind.SAME: None,
    SpanKind.REMOVED: Mark.DELETED,
    SpanKind.ADDED: Mark.INSERTED,
}
