"""One item of the agenda, large: what it is, why it is here, what it shows, what is decided."""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lifecycle.reviewing.carried import ROUND
from app.domain.plan.governance import Action
from app.domain.plan.sessions import AgendaItem, Choice
from app.services.reviewing.deciding import Decision, can_finish
from app.services.vouching import Flaw
from ui.dialogs.session.decision_form import DecisionForm
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.matter import Matter
from ui.dialogs.session.shown import ShownText
from ui.dialogs.session.stage import set_type, yielding
from ui.models.record_facts import subject_of
from ui.models.session_words import topic_text
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

USUAL = timedelta(days=28)
"""How long an action has unless another day is chosen."""


class ItemPage(QWidget):
    """A choice that lacks something stays a draft, told of, until it is whole."""

    opening = Signal(str)
    """Carries the `kind/id` of what is to be changed now."""
    calls_wanted = Signal()
    """Go to the round of calls."""
    entered = Signal()
    """Somebody is done with the item."""

    def __init__(self, parent: QWidget, edits: SessionEdits, matter: Matter) -> None:
        super().__init__(parent)
        self.setObjectName("session_item")
        self._edits = edits
        self._matter = matter
        self._key = ""
        self._drafts: dict[str, Decision] = {}
        self._build()
        self._lay_out()
        self.form.chosen.connect(self._on_chosen)
        self.form.edited.connect(self._on_edited)
        self.form.entered.connect(self._on_entered)
        self._open.clicked.connect(self._on_open)
        self._finish.clicked.connect(self._on_finish)
        self._calls.clicked.connect(self.calls_wanted)

    @property
    def item(self) -> AgendaItem:
        """The item shown."""
        return next(one for one in self._edits.session.agenda if one.key == self._key)

    @property
    def start(self) -> QWidget:
        """Where the keyboard begins."""
        return self.form.choices.start()

    @property
    def said(self) -> str:
        """What a screen reader hears when the item comes up."""
        return ". ".join(filter(None, (self._topic.text(), self.item.title, self.item.why)))

    def show_item(self, key: str, place: str) -> None:
        """Show another item; `place` says which it is of how many."""
        self.keep()
        self._key = key
        item = self.item
        self._topic.setText(f"{topic_text(item.topic)} \u00b7 {place}")
        self._title.setText(item.title)
        self._why.setText(item.why)
        self._why.setVisible(bool(item.why))
        self.form.fields.offer(self._matter.people())
        self.form.suggested = self._suggested(item)
        self.form.show_decision(self._drafts.get(key, _decided(item)))
        self.form.show_flaws(self._flaws())
        self.refresh()

    def refresh(self) -> None:
        """Show what the item is about as it is now."""
        item = self.item
        self._matter.show(item, self._edits.session, self.shown)
        self.shown.setVisible(not self.shown.document().isEmpty())
        self._open.setVisible(self._matter.can_open(item.about))
        self._finish.setVisible(can_finish(self._edits.plan, item.about))
        self._calls.setVisible(item.key == ROUND)
        drafted = item.key in self._drafts or self.form.fields.waiting
        if not drafted and self.form.decision != _decided(item):
            self.form.show_decision(_decided(item))

    def keep(self) -> None:
        """Keep what was typed last, without waiting for more."""
        if self._key and self.form.fields.settle():
            self._on_edited()

    def choose(self, number: int) -> None:
        """Choose the answer of that number."""
        self.form.choices.choose(number)

    def fit(self) -> None:
        """Fit what depends on the size of letters."""
        self.form.fields.fit()

    def _build(self) -> None:
        self._topic = label(self, "", Role.PLAIN, wrap=True)
        self._title = yielding(label(self, "", Role.PLAIN, wrap=True))
        self._title.setObjectName("item_title")
        self._why = yielding(label(self, "", Role.PLAIN, wrap=True))
        self._why.setObjectName("item_why")
        set_type(self._topic, "small")
        set_type(self._title, "title")
        self.shown = ShownText(self, "item_shown", self.tr("What the item is about"))
        self._open = button(self, "item_open", self.tr("Open it"), Look.PLAIN, "pencil")
        self._finish = button(self, "item_finish", self.tr("It is done"), Look.PLAIN, "check")
        words = self.tr("Go to the calls")
        self._calls = button(self, "item_calls", words, Look.PLAIN, "phone")
        self.form = DecisionForm(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._topic, 1)
        head.addWidget(self._open)
        head.addWidget(self._finish)
        head.addWidget(self._calls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addWidget(self.shown, 1)
        column.addStretch(0)
        column.addWidget(self.form)

    def _suggested(self, item: AgendaItem) -> Decision:
        """What an action begins with: the one the item is about goes on, a new one takes weeks."""
        day = self._edits.today + USUAL
        found = subject_of(self._edits.plan, item.about)
        known = None if found is None else self._edits.plan.find(*found)
        if not isinstance(known, Action):
            return Decision(Choice.ACTION, due=day)
        late = known.due is None or known.due < self._edits.today
        return Decision(Choice.ACTION, known.text, known.owner, day if late else known.due)

    def _flaws(self) -> dict[str, Flaw]:
        return self._edits.flaws(self.form.decision)

    @Slot(object)
    def _on_chosen(self, choice: Choice) -> None:
        wrong = self._keep_decision()
        self.form.go_to(wrong)
        if choice is Choice.CHANGE and self._matter.can_open(self.item.about):
            self.opening.emit(self.item.about)

    @Slot()
    def _on_edited(self) -> None:
        self._keep_decision()

    @Slot()
    def _on_entered(self) -> None:
        wrong = self._flaws()
        if wrong:
            self.form.go_to(wrong)
        else:
            self.entered.emit()

    def _keep_decision(self) -> dict[str, Flaw]:
        """A choice that is not whole yet leaves the item open, with the note that there is."""
        decision = self.form.decision
        wrong = self._edits.flaws(decision)
        if wrong:
            self._drafts[self._key] = decision
            if self.item.choice is not decision.choice:
                self._edits.decide(self._key, Decision(Choice.OPEN, decision.note))
        else:
            self._drafts.pop(self._key, None)
            self._edits.decide(self._key, decision)
        self.form.show_flaws(wrong)
        return wrong

    @Slot()
    def _on_open(self) -> None:
        self.opening.emit(self.item.about)

    @Slot()
    def _on_finish(self) -> None:
        self._drafts.pop(self._key, None)
        self._edits.finish(self._key, self.form.decision.note)
        self.refresh()


def _decided(item: AgendaItem) -> Decision:
    return Decision(item.choice, item.note, item.owner, item.due)
