"""The record that is chosen, to be read and edited beside its table."""

from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan
from app.domain.plan.texts import cleaned
from app.services.people.naming import namings
from ui.dialogs.comments.opener import CommentsOpener
from ui.models.finding_words import mend_text
from ui.models.record_names import record_name, table_words
from ui.models.record_words import words_for
from ui.pages.people.edits import PeopleEdits
from ui.pages.people.finding_rows import FindingRows
from ui.pages.people.naming_links import NamingLinks
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

LINES_PX = 76
SECTIONS = ("contacts", "roles")
"""Where findings about people, parties and roles are mended."""


class Inspector(QFrame):
    """Every edit is made in the plan at once; typing in one field is one step to undo."""

    KIND: ClassVar[Kind]

    navigate = Signal(str)
    """Carries a target to go to."""
    mended = Signal(object)
    """Carries the `Finding` whose quick-fix is wanted."""
    accepting = Signal(object)
    """Carries the `Finding` that somebody wants to accept."""

    def __init__(self, edits: PeopleEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName(f"{self.KIND.value}_inspector")
        self.edits = edits
        self.read_only = edits.bridge.read_only
        self.key: RecordId | None = None
        self._plan: Plan | None = None
        self._texts: dict[str, Field] = {}
        self._build_frame()
        self.body = QWidget(self._scroll.body)
        self.build()
        self._scroll.content.addWidget(self.body)
        self.links = NamingLinks(self._scroll.body)
        self.links.wanted.connect(self.navigate)
        self._scroll.content.addWidget(self.links)
        self._scroll.content.addStretch(1)
        self.show_record(None)

    @property
    def record(self) -> Any:  # noqa: ANN401 - one of the inspector's kind
        """The record shown, as it is now; None while there is none."""
        return None if self.key is None else self.edits.plan.find(self.KIND, self.key)

    def show_record(self, key: RecordId | None) -> None:
        """Show another record, or nothing; what is shown already stays."""
        if key == self.key and self._plan is self.edits.plan:
            return
        if key != self.key:
            self.edits.bridge.end_merge()
            self._scroll.verticalScrollBar().setValue(0)
        anew = key != self.key
        self.key = key
        self.refresh(anew=anew)

    def refresh(self, *, anew: bool = False) -> None:
        """Show the record as it is now; what one types in stays as typed."""
        self._plan = self.edits.plan
        record = self.record
        for part in (self.body, self.links, self._title):
            part.setVisible(record is not None)
        self._nothing.setVisible(record is None)
        self.comments.show_about(None if record is None else (self.KIND, record.id))
        if record is None:
            self.findings.hide()
            return
        plan = self.edits.plan
        self._title.setText(record_name(plan, self.KIND, record))
        said = f"{table_words(self.KIND).one}: {self._title.text()}"
        self.setAccessibleName(said)
        for name, field in self._texts.items():
            _show_text(field, str(getattr(record, name)), anew=anew)
        self.fill(record, anew=anew)
        found = self._found(record.id)
        self.findings.show_findings(found, [mend_text(self.edits.bridge, one) for one in found])
        self.findings.setVisible(bool(found))
        self.links.show_namings(plan, namings(plan, self.KIND, record.id))
        self._scroll.content.activate()

    def focus_field(self, name: str) -> None:
        """Give the focus to a field, the first one where there is none of that name."""
        field = self._texts.get(name) or next(iter(self._texts.values()))
        field.entry.setFocus(Qt.FocusReason.TabFocusReason)

    def build(self) -> None:
        """Make the fields in `body`."""
        raise NotImplementedError

    def fill(self, record: Any, *, anew: bool) -> None:  # noqa: ANN401 - see `record`
        """Show what is no line of text; `anew` when another record is shown than before."""
        raise NotImplementedError

    def text(self, name: str) -> Field:
        """A line of text for the field `name` of the record."""
        entry = QLineEdit(self.body)
        entry.setReadOnly(self.read_only)
        entry.textEdited.connect(lambda typed: self._on_typed(name, typed))
        entry.editingFinished.connect(self.edits.bridge.end_merge)
        return self._field(name, entry)

    def long_text(self, name: str) -> Field:
        """Several lines for the field `name` of the record."""
        entry = QPlainTextEdit(self.body)
        entry.setReadOnly(self.read_only)
        entry.setTabChangesFocus(True)
        entry.setFixedHeight(px(LINES_PX))
        entry.textChanged.connect(lambda: self._on_typed(name, entry.toPlainText()))
        return self._field(name, entry)

    def _field(self, name: str, entry: QLineEdit | QPlainTextEdit) -> Field:
        entry.setObjectName(f"{self.KIND.value}_{name}")
        words = words_for(RECORD_TYPES[self.KIND])[name]
        self._texts[name] = Field(self.body, words.label, entry, words.hint)
        return self._texts[name]

    def set_field(self, name: str, value: object) -> None:
        """Keep another value of a field."""
        if self.key is not None:
            self.edits.set_field(self.KIND, self.key, name, value)

    def _build_frame(self) -> None:
        self._title = label(self, "", Role.H2, wrap=True)
        words = self.tr("Choose a row to see and edit it here.")
        self._nothing = label(self, words, Role.BODY, wrap=True)
        self._scroll = ScrollBody(self, f"{self.KIND.value}_inspector_scroll")
        self._scroll.content.setContentsMargins(px(18), px(4), px(18), px(18))
        self._scroll.content.setSpacing(px(14))
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(16), px(18), px(4))
        head.addWidget(self._title, 1)
        self.comments = CommentsOpener(self.edits.bridge, f"{self.KIND.value}_comments", self)
        self.comments.wanted.connect(self.navigate)
        head.addWidget(self.comments.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._scroll.content.addWidget(self._nothing)
        self.findings = FindingRows(self._scroll.body, read_only=self.read_only)
        self._scroll.content.addWidget(self.findings)
        self.findings.mended.connect(self.mended)
        self.findings.accepting.connect(self.accepting)

    def _found(self, key: RecordId) -> tuple[Finding, ...]:
        judgement, plan = self.edits.bridge.judgement, self.edits.plan
        return tuple(
            one
            for section in SECTIONS
            for one in judgement.findings_of(section)
            if one.record == key and one.kind is self.KIND and one.key not in plan.accepted
        )

    def _on_typed(self, name: str, typed: str) -> None:
        text = cleaned(typed).strip()
        field = self._texts[name]
        nameless = name == "name" and not text
        problem = self.tr("Give a name; without one nobody can be called.") if nameless else ""
        field.show_problem(problem)
        if not nameless:
            self.set_field(name, text)


def _show_text(field: Field, text: str, *, anew: bool) -> None:
    entry = field.entry
    match entry:
        case QLineEdit() if anew or cleaned(entry.text()).strip() != text.strip():
            entry.setText(text)
            entry.setCursorPosition(0)
        case QPlainTextEdit() if anew or cleaned(entry.toPlainText()).strip() != text.strip():
            with QSignalBlocker(entry):
                entry.setPlainText(text)
        case _:
            pass
    if anew and field.problem:
        field.show_problem("")
