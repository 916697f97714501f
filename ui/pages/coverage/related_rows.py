"""What meeting a requirement does for requirements of other frameworks, and who says so."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout

from app.domain.judgement.requirements import Confidence
from ui.models.regime_words import confidence_text
from ui.models.requirement_view import RelatedView
from ui.models.verdict_words import relation_text, source_kind_text
from ui.pages.coverage.column import Column
from ui.widgets.labels import Role
from ui.widgets.tips import plain_tip

FIRST = 6
"""How many are shown until all are asked for."""


def add_related(
    column: Column,
    related: tuple[RelatedView, ...],
    go: Callable[[str], None],
    show_all: Callable[[], None] | None,
) -> None:
    """Add a row for each; only the first ones while `show_all` is there to ask for the rest."""
    if not related:
        return
    column.caption(_tr("In other frameworks"))
    shown = related[:FIRST] if show_all is not None else related
    for at, view in enumerate(shown):
        _add(column, at, view, go)
    if show_all is not None and len(shown) < len(related):
        text = _tr("Show all {0}").format(len(related))
        more = column.link("related_all", text, text, show_all)
        column.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)


def _add(column: Column, at: int, view: RelatedView, go: Callable[[str], None]) -> None:
    row = view.row
    name = f"{row.other_requirement} {view.title}".strip()
    actions = []
    if view.target:
        said = _tr("Show {0} of {1}").format(name, view.framework)
        jump = partial(go, view.target)
        actions.append(column.link(f"related_{at}", _tr("Show"), said, jump))
    words = column.row(("link", "text3"), relation_text(row.relation), actions)
    relation = relation_text(row.relation)
    column.line(words, f"{relation[:1].upper()}{relation[1:]} {name}", Role.PLAIN)
    _add_source(column, words, view)


def _add_source(column: Column, words: QVBoxLayout, view: RelatedView) -> None:
    row = view.row
    parts = [view.framework, source_kind_text(row.source_kind)]
    if row.confidence is Confidence.MEMORY:
        parts.append(confidence_text(row.confidence.value))
    shown = column.words(" \u00b7 ".join(parts))
    shown.setToolTip(plain_tip(row.source))
    shown.setAccessibleDescription(row.source)
    words.addWidget(shown)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Coverage", text)
