"""The Plan sections page: one section at a time, its questions, its text and what is said of it."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.interview.conditions import holds
from app.domain.interview.questions import Question
from app.domain.judgement.context import all_answers
from app.domain.judgement.findings import Finding
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.answering.unknown import question_behind
from app.services.commenting.threads import About, counts
from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.pages.findings.edits import ORIGIN as MENDING
from ui.pages.findings.edits import FindingEdits
from ui.pages.page import Page
from ui.pages.sections.edits import ORIGIN, SectionEdits
from ui.pages.sections.exempt_card import ExemptCard
from ui.pages.sections.following import FollowingBanner
from ui.pages.sections.footer import SectionFooter
from ui.pages.sections.header import SectionHeader
from ui.pages.sections.numbering import numbers, part_of
from ui.pages.sections.outline import Outline
from ui.pages.sections.questions_card import QuestionsCard
from ui.pages.sections.record_rows import place_of
from ui.pages.sections.records_card import RecordsCard, printed_tables
from ui.pages.sections.side.panel import SidePanel
from ui.pages.sections.wording import PlanWords
from ui.widgets.banner import announce
from ui.widgets.prose.panel import ProsePanel
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

TEXT_WIDTH_PX = 800
CONTEXT_PX = 140
"""So much is seen around a row that is gone to."""
WITH_PANEL_FROM_PX = 1060
"""The page's width below which the side panel folds away (window of 1300 px)."""
WIDE_OUTLINE_FROM_PX = 860
"""The page's width below which the outline takes less of it (a small window, enlarged)."""


class SectionsPage(Page):
    """Outline, section, side panel; shows the first section until another is chosen."""

    title = str(QT_TRANSLATE_NOOP("Page", "Plan sections"))
    icon = "file-text"

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName(ORIGIN)
        self._words = PlanWords(bridge)
        self._edits = SectionEdits(bridge)
        self._order = tuple(numbers(bridge.plan, bridge.template))
        self._key = ""
        self._panel_wanted: bool | None = None
        self._talk: Mapping[RecordId, Comment] = {}
        self._counts: Mapping[About, int] = {}
        self._build()
        self._lay_out()
        self._connect()
        if self._order:
            self.show_section(self._order[0])

    def show_section(self, key: str) -> None:
        """Show the section `key`, from its top."""
        if key == self._key or RecordId(key) not in self.bridge.plan.sections:
            return
        self._key = self._edits.key = key
        self._outline.show_current(key)
        known = self.bridge.template.by_key.get(key)
        purpose = "" if known is None else known.purpose
        plan, template = self.bridge.plan, self.bridge.template
        part, number = part_of(plan, template, key), numbers(plan, template)[key]
        self._header.show_section(self._edits.section, part, number, purpose)
        questions = () if known is None else known.questions
        self._questions.ask(questions, read_only=self.bridge.read_only)
        self._prose.editor.open_source(self._edits.section.prose)
        self._exempt.hide()
        self._side.show_section(key)
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        """Of the section shown already, its first empty table is what one can be after."""
        if self._reveal_row(kind, record):
            return
        key = place_of(self.bridge.template, kind, record)
        again = kind is Kind.SECTION and not field and key == self._key
        if key:
            self.show_section(key)
        target = self._records.offer() if again else self._target(kind, field)
        if not self._reveal_row(kind, record) and target is not None:
            self._scroll.ensureWidgetVisible(target, 0, px(60))

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        """The row one is at in a table, else the section."""
        return self._records.current or (Kind.SECTION, RecordId(self._key))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()
        self._side.refresh()

    def _build(self) -> None:
        self._following = FollowingBanner(self.bridge, self)
        self._outline = Outline(self.bridge, self)
        self._side = SidePanel(self.bridge, self)
        self._scroll = ScrollBody(self, "section_scroll")
        body = self._scroll.body
        self._header = SectionHeader(body)
        self._exempt = ExemptCard(body)
        self._questions = QuestionsCard(self.bridge, body)
        self._prose = ProsePanel(body, "section_text", self.tr("Text of the section"))
        self._prose.set_plan(self._words.wording(), self._words.insertables)
        self._records = RecordsCard(self.bridge, body)
        self._footer = SectionFooter(body)
        for part in (self._header, self._prose, self._footer):
            part.set_read_only(self.bridge.read_only)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(18))
        parts = (self._header, self._exempt, self._questions, self._prose, self._records)
        for part in (*parts, self._footer):
            part.setMaximumWidth(px(TEXT_WIDTH_PX))
            column.addWidget(part)
        self._scroll.content.addLayout(column)
        self._scroll.content.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._outline)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._following)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self._outline.chosen.connect(self.show_section)
        self._questions.answered.connect(self._edits.answer)
        self._questions.proposal_used.connect(self._edits.use_proposal)
        self._questions.found_out_by.connect(self._edits.find_out)
        self._prose.edited.connect(self._edits.text)
        self._prose.left.connect(self.bridge.end_merge)
        self._prose.undo_wanted.connect(self.bridge.undo)
        self._prose.redo_wanted.connect(self.bridge.redo)
        self._prose.editor.cursorPositionChanged.connect(self._follow_cursor)
        self._header.review_wanted.connect(self._edits.review)
        self._header.exempt_wanted.connect(self._on_exempt)
        self._header.panel_wanted.connect(self._on_panel)
        self._header.comments_wanted.connect(self._on_comments)
        self._exempt.exempted.connect(self._edits.exempt)
        self._exempt.applied.connect(self._edits.apply_again)
        self._footer.owner_given.connect(self._edits.owner)
        self._footer.review_wanted.connect(self._edits.review)
        self._footer.exempt_wanted.connect(self._exempt_asked)
        self._footer.step_wanted.connect(self._on_step)
        self._records.placed.connect(self._scroll_to_row)
        self._records.navigate.connect(self.navigate)
        self._side.wanted.connect(self._on_finding)
        self._side.mended.connect(self._on_mend)
        self._side.navigate.connect(self.navigate)

    def _show(self) -> None:
        """Show the plan as it is now; inputs keep what they already say."""
        section, status = self._edits.section, self.bridge.judgement.sections[self._key]
        exempt = bool(section.not_applicable.strip())
        self._header.show_state(section, status)
        self._header.show_comments(self._comments().get((Kind.SECTION, RecordId(self._key)), 0))
        if exempt or not self._exempt.asking:
            self._exempt.show_reason(section.not_applicable, read_only=self.bridge.read_only)
        answers = all_answers(self.bridge.plan)
        asked = [item for item in self._asked_ever() if holds(item.when, answers)]
        self._questions.show_answers(() if exempt else asked, answers)
        self._prose.editor.show_source(section.prose)
        self._prose.setVisible(not exempt)
        findings = self.bridge.judgement.findings()
        tables = () if exempt else printed_tables(self.bridge.plan, self._key, findings)
        self._records.show_tables(tables)
        at = self._order.index(self._key)
        before, after = (self._title_at(at - 1), self._title_at(at + 1))
        self._footer.show_section(section, before, after)

    def _comments(self) -> Mapping[About, int]:
        """Counted anew only when somebody said something."""
        if self._talk is not self.bridge.plan.comments:
            self._talk = self.bridge.plan.comments
            self._counts = counts(self.bridge.plan)
        return self._counts

    def _asked_ever(self) -> tuple[Question, ...]:
        known = self.bridge.template.by_key.get(self._key)
        return () if known is None else known.questions

    def _title_at(self, at: int) -> str:
        if not 0 <= at < len(self._order):
            return ""
        return self.bridge.plan.sections[RecordId(self._order[at])].title

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._outline.refresh()
        self._side.refresh()
        self._show()
        if change.kinds - {Kind.SECTION}:
            self._prose.editor.refresh_chips()
        if change.origin in {"", MENDING}:
            self._go_to_change(change)

    def _go_to_change(self, change: Change) -> None:
        """After an undo or a quick-fix, show what came back, or else where something changed."""
        shown = [one for one in change.changes if one.kind is not Kind.PROFILE]
        if not shown or not self.isVisible():
            return
        one = next((one for one in shown if one.before is None), shown[0])
        asked = question_behind(self.bridge.template, one.id) if one.kind is Kind.ACTION else None
        if asked is not None:
            self.show_section(asked.section)
        elif one.kind in {Kind.SECTION, Kind.ANSWER}:
            self.show_section(place_of(self.bridge.template, one.kind, one.id))
        elif one.after is not None or not self._records.shows(one.kind):
            self.reveal(one.kind, one.id)

    def _reveal_row(self, kind: Kind, record: RecordId) -> bool:
        """Choose the row of a record in the section shown; False when it is not there."""
        found = self._records.reveal(kind, record)
        if found:
            self._scroll_to_row()
        return found

    @Slot()
    def _scroll_to_row(self) -> None:
        """Rows have their places only once the layout has run."""
        QTimer.singleShot(0, self, self._show_row)

    @Slot()
    def _show_row(self) -> None:
        place = self._records.place()
        if place is not None:
            top = self._records.mapTo(self._scroll.body, place.topLeft()).y()
            half = place.height() // 2
            self._scroll.ensureVisible(0, top + half, 0, half + px(CONTEXT_PX))

    @Slot(bool)
    def _on_exempt(self, exempt: bool) -> None:
        if exempt:
            self._exempt_asked()
        else:
            self._edits.apply_again()

    @Slot()
    def _exempt_asked(self) -> None:
        self._exempt.ask()
        self._scroll.ensureWidgetVisible(self._exempt, 0, px(40))

    @Slot(int)
    def _on_step(self, step: int) -> None:
        at = self._order.index(self._key) + step
        if 0 <= at < len(self._order):
            self.show_section(self._order[at])

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        self.reveal(finding.kind, finding.record, finding.field)

    @Slot(object)
    def _on_mend(self, finding: Finding) -> None:
        """The button that was pressed is gone with its finding; the tabs stay."""
        said = FindingEdits(self.bridge).mend((finding,))
        if said:
            announce(self._side, said)
            self._side.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_comments(self) -> None:
        self.navigate.emit(f"comments:section:{self._key}")

    @Slot()
    def _on_panel(self) -> None:
        self._panel_wanted = not self._side.isVisible()
        self._fold()
        self._side.refresh()

    def _fold(self) -> None:
        """A narrow page shows the outline or the side panel, not both."""
        wide = self.width() >= px(WITH_PANEL_FROM_PX)
        wanted = wide if self._panel_wanted is None else self._panel_wanted
        self._side.setVisible(wanted)
        self._outline.setVisible(wide or not wanted)
        self._outline.make_narrow(narrow=self.width() < px(WIDE_OUTLINE_FROM_PX))

    @Slot()
    def _follow_cursor(self) -> None:
        """Keep the line one writes on in view; the editor itself never scrolls."""
        editor = self._prose.editor
        if not editor.hasFocus():
            return
        cursor = editor.cursorRect()
        inside: QPoint = editor.viewport().mapTo(self._scroll.body, cursor.center())
        self._scroll.ensureVisible(inside.x(), inside.y(), 0, px(48))

    def _target(self, kind: Kind, field: str) -> QWidget | None:
        question = self._questions.field(field)
        if question is not None and question.isVisible():
            question.take_focus()
            return question
        if kind is Kind.SECTION and field == "owner":
            self._footer.take_focus()
            return self._footer
        if kind is Kind.SECTION and field:
            self._prose.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return self._prose
        return self._records if kind not in {Kind.SECTION, Kind.ANSWER} else None
