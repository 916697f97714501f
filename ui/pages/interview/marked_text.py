"""A passage of the plan with what went and what came marked, for eyes and for ears."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.comparing.excerpts import Gap, Piece, legible, run_together
from app.domain.comparing.redline import SpanKind
from ui.widgets.labels import breakable, paragraph
from ui.widgets.tokens import colour

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def marked_label(parent: QWidget, pieces: Iterable[Piece]) -> QLabel:
    """A label in which words that went are struck through and those that came underlined."""
    shown = tuple(pieces)
    made = paragraph(parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f'<p style="line-height:140%; margin:0">{_html(shown)}</p>')
    made.setAccessibleName(spoken_pieces(shown))
    return made


def spoken_pieces(pieces: Iterable[Piece]) -> str:
    """The same in words: `deleted: four; inserted: five`, with what stands around it."""
    said: list[str] = []
    for piece in pieces:
        if isinstance(piece, Gap):
            said.append(_ELLIPSIS)
            continue
        words = " ".join(piece.text.split())
        if piece.kind is SpanKind.REMOVED:
            words = _tr("deleted: {0};").format(words)
        elif piece.kind is SpanKind.ADDED:
            words = _tr("inserted: {0};").format(words)
        said.append(words)
    return " ".join(filter(None, said))


def _html(pieces: tuple[Piece, ...]) -> str:
    parts: list[str] = []
    went = ""
    for piece in pieces:
        if isinstance(piece, Gap):
            parts.append(f" {_ELLIPSIS} ")
            went = ""
            continue
        text = legible(piece)
        if went and run_together(went, text):
            parts.append(" ")
        parts.append(_marked(piece.kind, escape(breakable(text))))
        went = text if piece.kind is SpanKind.REMOVED else ""
    return "".join(parts)


def _marked(kind: SpanKind, text: str) -> str:
    if kind is SpanKind.REMOVED:
        tone = colour("danger").name()
        return f'<span style="text-decoration: line-through; color:{tone}">{text}</span>'
    if kind is SpanKind.ADDED:
        tone, ground = colour("success").name(), colour("success_soft").name()
        style = f"text-decoration: underline; color:{tone}; background-color:{ground}"
        return f'<span style="{style}">{text}</span>'
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Interview", text)
