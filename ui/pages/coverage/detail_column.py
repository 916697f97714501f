"""One requirement in full: what it asks, what shows it, what is missing, and how sure that is."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.interview.template import PlanTemplate
from app.domain.judgement.coverage import BEYOND_TEXT, Verdict
from app.domain.judgement.elements.element import ElementState
from app.domain.judgement.requirements import CheckKind, Confidence
from ui.models.regime_words import confidence_text
from ui.models.requirement_view import RequirementView
from ui.models.verdict_words import VERDICT_LOOKS, verdict_word
from ui.pages.coverage.column import TITLE_LETTERS, Column, cut
from ui.pages.coverage.element_rows import ElementRows
from ui.pages.coverage.related_rows import add_related
from ui.pages.coverage.vouched_rows import Handlers, VouchedRows
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

ADDITION = " | "
"""What parts the gist of a requirement from the notes and recommendations of its source."""

_TONES = {
    Verdict.MET: Tone.SUCCESS,
    Verdict.PARTLY: Tone.WARNING,
    Verdict.NEEDS_PERSON: Tone.ACCENT,
}


class DetailColumn(Column):
    """Built for one state of one requirement."""

    def __init__(self, parent: QWidget, view: RequirementView, go: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._view = view
        self._go = go

    def fill(
        self,
        template: PlanTemplate,
        titles: dict[str, str],
        handlers: Handlers | None,
        show_all: Callable[[], None] | None,
    ) -> None:
        """Say all there is; `titles` are those of the plan's sections by key."""
        self._add_head()
        self._add_need()
        VouchedRows(self, handlers).add(self._view)
        self._add_elements(template)
        self._add_places(titles)
        for caption, lines in self._facts():
            if lines:
                self.caption(caption)
                self.text("\n".join(lines))
        add_related(self, self._view.related, self._go, show_all)
        self.body.addStretch(1)

    def _add_head(self) -> None:
        item, verdict = self._view.status.requirement, self._view.status.verdict
        title = self.words(f"{item.id}  {item.title}", Role.H2)
        title.setObjectName("requirement_title")
        self.body.addWidget(title)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(Picture(self, *VERDICT_LOOKS[verdict], side=16))
        chip = Chip(self, verdict_word(verdict), _TONES.get(verdict, Tone.NEUTRAL))
        chip.setObjectName("requirement_verdict")
        row.addWidget(chip)
        if item.level:
            row.addWidget(Chip(self, item.level.capitalize()))
        row.addStretch(1)
        self.body.addLayout(row)
        if item.confidence is Confidence.MEMORY:
            said = Chip(self, confidence_text("memory"), Tone.WARNING)
            self.body.addWidget(said, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(px(2))
        self.text((item.text or item.title).replace(ADDITION, "\n"))

    def _add_need(self) -> None:
        said = self._need()
        if not said:
            return
        panel = QFrame(self)
        panel.setProperty("panel", "accent")
        row = QHBoxLayout(panel)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(10))
        row.addWidget(Picture(panel, "user", "accent_text", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = label(panel, said, Role.PLAIN, wrap=True)
        words.setObjectName("requirement_need")
        row.addWidget(words, 1)
        self.body.addWidget(panel)

    def _need(self) -> str:
        """What somebody has to do besides writing; blank when nobody has to."""
        status = self._view.status
        expected = [one for one in status.elements if one.state is not ElementState.NOT_EXPECTED]
        alone = status.requirement.check not in BEYOND_TEXT and bool(expected)
        if alone or status.vouched.shown or status.verdict is Verdict.NOT_APPLICABLE:
            return ""
        match status.requirement.check:
            case CheckKind.LINK_EVIDENCE:
                said = self.tr("Link a record that shows it; words in a plan do not.")
            case CheckKind.CROSS_REF:
                said = self.tr(
                    "Another document answers this. Link it as evidence, or let a named person "
                    "attest that it says so."
                )
            case _:
                said = self.tr("A named person has to attest it; words in a plan do not show it.")
        if status.missing:
            return self.tr("{0} The plan also lacks what is marked below.").format(said)
        return said

    def _add_elements(self, template: PlanTemplate) -> None:
        views = self._view.elements
        if not views:
            return
        there = sum(one.status.state is ElementState.MET for one in views)
        count = sum(one.status.state is not ElementState.NOT_EXPECTED for one in views)
        said = self.tr("What the plan has to contain: {0} of {1} there").format(there, count)
        self.caption(said if count else self.tr("What a plan would have to contain"))
        rows = ElementRows(self, template, self._go)
        for at, view in enumerate(views):
            if at:
                self.body.addSpacing(px(4))
            rows.add(at, view)

    def _add_places(self, titles: dict[str, str]) -> None:
        """The sections it belongs to; the elements have led there already where there are any."""
        keys = [key for key in self._view.status.requirement.sections if key in titles]
        if self._view.elements or not keys:
            return
        self.caption(self.tr("Where it belongs in the plan"))
        for key in keys:
            said = self.tr("Open the section {0}").format(titles[key])
            shown = cut(titles[key], TITLE_LETTERS)
            jump = self.link(f"place_{key}", shown, said, partial(self._go, f"section:{key}"))
            self.body.addWidget(jump, 0, Qt.AlignmentFlag.AlignLeft)

    def _facts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        item = self._view.status.requirement
        yield self.tr("Commonly asked for as evidence"), item.evidence
        yield self.tr("Left to you to decide"), item.parameters
        yield self.tr("Baselines"), tuple(filter(None, [", ".join(item.baselines).capitalize()]))
        own = self.tr("Told in our own words.")
        trust = f"{confidence_text(item.confidence.value)}. {own}"
        yield self.tr("Source"), tuple(part for part in (item.source, trust) if part)
