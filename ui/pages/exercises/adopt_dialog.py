"""Adopts a lesson: the edit it proposes is shown as a redline and made when it is agreed to."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QRadioButton, QWidget
from typing_extensions import override

from app.domain.plan.changes import apply
from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import Plan
from app.domain.plan.texts import cleaned
from app.services.changes.compared import compared
from app.services.learning.proposing import Edit, Way, proposed
from app.services.vouching import Flaw
from ui.bridge.session import PlanBridge
from ui.dialogs.fitting import fit_height
from ui.dialogs.statement import StatementDialog, text_in
from ui.models.part_words import part_name
from ui.widgets.changes import ChangeList
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

TEXT_PX, LIST_PX, WIDTH_PX = 76, 170, 720


class AdoptDialog(StatementDialog):
    """Without a text that could be put into its record, the lesson is closed by hand."""

    given = Signal(object, str)
    """Carries the `Edit` to make, or None, and what was decided."""

    def __init__(self, parent: QWidget, bridge: PlanBridge, lesson: Lesson) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("AdoptDialog", "Adopt this lesson"),
            lesson.text,
            QCoreApplication.translate("AdoptDialog", "Adopt"),
        )
        self.setObjectName("adopt_dialog")
        self.setMinimumWidth(min(px(WIDTH_PX), parent.window().width() - px(24)))
        self._bridge, self._lesson = bridge, lesson
        self._edit: Edit | None = None
        about = part_name(bridge.plan, lesson.about) or self.tr("The whole plan")
        self.form.addWidget(
            label(self, self.tr("About: {0}").format(about), Role.STRONG, wrap=True)
        )
        self._build_text()
        self._build_ways()
        self._changes = ChangeList(self, opens=False)
        self._changes.setFixedHeight(px(LIST_PX))
        self.form.addWidget(self._changes)
        self._by_hand = label(self, "", Role.BODY, wrap=True)
        self._by_hand.setObjectName("adopt_by_hand")
        self.form.addWidget(self._by_hand)
        hint = self.tr("It stands with the lesson, also in the exported document.")
        self._decision = self.line("decision", self.tr("What was decided"), hint)
        self._show()
        if self._proposed() is not None:
            self._decision.setText(self.tr("Adopted as proposed."))

    def _build_text(self) -> None:
        self._text = QPlainTextEdit(self._lesson.proposal, self)
        self._text.setObjectName("statement_text")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(px(TEXT_PX))
        self.add("text", Field(self, self.tr("Text for the plan"), self._text))
        self._text.textChanged.connect(self._show)

    def _build_ways(self) -> None:
        self._append = QRadioButton(self.tr("Add it to what is there"), self)
        self._append.setObjectName("adopt_append")
        self._replace = QRadioButton(self.tr("Put it in place of what is there"), self)
        self._replace.setObjectName("adopt_replace")
        group = QButtonGroup(self)
        group.addButton(self._append)
        group.addButton(self._replace)
        self._append.setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(self._append)
        row.addWidget(self._replace)
        row.addStretch(1)
        self.form.addLayout(row)
        self._replace.toggled.connect(self._show)

    def _hand(self, *, takes: bool) -> str:
        if takes:
            return self.tr(
                "Write the text above to see the change, or leave it blank and say below what was "
                "done instead."
            )
        return self.tr(
            "A lesson about this cannot be put into the plan as a text. Change yourself what is "
            "to be changed, and say below what was done."
        )

    @Slot()
    def _show(self) -> None:
        """The change as it would be made now."""
        self._edit = self._proposed()
        able = self._edit is not None
        takes = able or self._takes_text()
        self.fields["text"].setVisible(takes)
        for shown in (self._append, self._replace):
            shown.setVisible(takes)
        self._changes.setVisible(able)
        self._by_hand.setVisible(not able)
        self._by_hand.setText(self._hand(takes=takes))
        if self._edit is not None:
            plan, questions = self._bridge.plan, self._bridge.template.questions
            self._changes.show_compared(compared(plan, _after(plan, self._edit), questions))
        if self.isVisible():
            fit_height(self)

    def _proposed(self) -> Edit | None:
        way = Way.REPLACE if self._replace.isChecked() else Way.APPEND
        wanted = replace(self._lesson, proposal=cleaned(self._text.toPlainText()))
        return proposed(self._bridge.plan, wanted, way)

    def _takes_text(self) -> bool:
        """Whether the record could take a text if one were written."""
        return (
            proposed(self._bridge.plan, replace(self._lesson, proposal="x"), Way.APPEND) is not None
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    @override
    def _on_keep(self) -> None:
        decision = text_in(self._decision)
        if not decision:
            said = self.tr("Say what was decided; one sentence is enough.")
            self.refuse({"decision": Flaw.BLANK}, {"decision": said})
            return
        self.given.emit(self._edit, decision)
        self.accept()


def _after(plan: Plan, edit: Edit) -> Plan:
    return apply(plan, (edit.change(plan),))
