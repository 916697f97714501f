"""What the plan has to contain for a requirement: what is there, what is not, and where."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.interview.template import PlanTemplate
from app.domain.judgement.elements.element import ElementState, Evidence
from app.domain.plan.kinds import Kind
from ui.models.record_names import table_words
from ui.models.requirement_view import ElementView, evidence_target
from ui.models.verdict_words import ELEMENT_LOOKS, element_word
from ui.pages.coverage.column import TITLE_LETTERS, Column, cut
from ui.widgets.labels import Role
from ui.widgets.tokens import px


class ElementRows:
    """Adds a row for each element to `column`; `go` takes targets of the window."""

    def __init__(self, column: Column, template: PlanTemplate, go: Callable[[str], None]) -> None:
        self._column = column
        self._template = template
        self._go = go

    def add(self, at: int, view: ElementView) -> None:
        """Add the row of an element, the number `at` of its requirement."""
        status = view.status
        word = element_word(status.state)
        words = self._column.row(ELEMENT_LOOKS[status.state], word)
        text = status.element.label
        self._column.line(words, f"{text[:1].upper()}{text[1:]}", Role.STRONG)
        lacking = status.state in (ElementState.PARTLY, ElementState.NOT_MET)
        said = f"{word}: {', '.join(status.gaps)}" if status.gaps else word
        if status.state is not ElementState.MET:
            self._column.line(words, said, Role.HINT, "warning" if lacking else "")
        if view.mend:
            mend = self._column.link(
                f"element_{at}_mend",
                _tr("Mend in {0}").format(cut(view.mended_in, TITLE_LETTERS)),
                _tr("Mend {0} in {1}").format(text, view.mended_in),
                partial(self._go, view.mend),
            )
            words.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeft)
        for number, evidence in enumerate(view.evidence):
            self._add_evidence(words, f"element_{at}_evidence_{number}", evidence)

    def _add_evidence(self, words: QVBoxLayout, name: str, evidence: Evidence) -> None:
        quote = cut(evidence.quote)
        target = evidence_target(evidence, self._template)
        show = self._column.link(
            name, _tr("Show"), _tr("Show {0}").format(quote), partial(self._go, target)
        )
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._column.words(evidence_text(evidence)), 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(row)


def evidence_text(evidence: Evidence) -> str:
    """What was found, in a line: a question and its answer, a record, a sentence."""
    quote = cut(evidence.quote)
    match evidence.kind:
        case Kind.ANSWER:
            return f"{evidence.what} \u201c{quote}\u201d"
        case Kind.SECTION:
            return f"\u201c{quote}\u201d"
        case _:
            found = f"{table_words(evidence.kind).one}: {quote}"
            more = _tr("{0} (and {1} more)")
            return more.format(found, evidence.more) if evidence.more else found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Coverage", text)
