"""The words of the open plan for chips, and what a writer can insert."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.document.prose.nodes import Reference, ReferenceKind, Variable
from app.domain.document.prose.targets import TARGETS, target_name
from app.domain.interview.questions import AnswerKind, label_of
from app.domain.plan.variables import ORGANISATION, value_text, variable_text, variable_value
from ui.bridge.session import PlanBridge
from ui.widgets.prose.wording import Insertable, Wording


class PlanWords:
    """Looks words up in the plan as it is when they are asked for."""

    def __init__(self, bridge: PlanBridge) -> None:
        self._bridge = bridge

    def wording(self) -> Wording:
        """For the chips of an editor."""
        return Wording(self.variable, self.reference, self.question)

    def variable(self, name: str) -> str | None:
        """What a variable stands for; choices in the words of their options."""
        question = self._bridge.template.questions.get(name)
        if question is None or question.kind not in {AnswerKind.CHOICE, AnswerKind.CHOICES}:
            return variable_text(self._bridge.plan, name)
        value = variable_value(self._bridge.plan, name)
        if isinstance(value, tuple):
            return value_text(tuple(label_of(question, item) for item in value)) or None
        return label_of(question, value) if isinstance(value, str) else None

    def reference(self, reference: Reference) -> str | None:
        """What the plan calls the record referred to."""
        return target_name(self._bridge.plan, reference)

    def question(self, name: str) -> str:
        """What a variable waits for."""
        if name == ORGANISATION:
            return QCoreApplication.translate("PlanWords", "The name of the organisation")
        question = self._bridge.template.questions.get(name)
        return "" if question is None else question.text

    def insertables(self) -> tuple[Insertable, ...]:
        """Answers first, then records by kind."""
        return (*self._answers(), *self._records())

    def _answers(self) -> Iterator[Insertable]:
        for name in (ORGANISATION, *self._bridge.template.questions):
            still_open = QCoreApplication.translate("PlanWords", "not answered yet")
            value = self.variable(name) or still_open
            yield Insertable(self.question(name), value, Variable(name))

    def _records(self) -> Iterator[Insertable]:
        for kind, table in TARGETS.items():
            for key in self._bridge.plan.table(table):
                reference = Reference(kind, str(key))
                yield Insertable(self.reference(reference) or str(key), _kind(kind), reference)


def _kind(kind: ReferenceKind) -> str:
    tr = QCoreApplication.translate
    return {
        ReferenceKind.ROLE: tr("PlanWords", "Role"),
        ReferenceKind.PERSON: tr("PlanWords", "Person"),
        ReferenceKind.PARTY: tr("PlanWords", "Outside party"),
        ReferenceKind.SEVERITY: tr("PlanWords", "Severity level"),
        ReferenceKind.SECTION: tr("PlanWords", "Section"),
        ReferenceKind.PLAYBOOK: tr("PlanWords", "Playbook"),
        ReferenceKind.TREE: tr("PlanWords", "Communication tree"),
        ReferenceKind.OBLIGATION: tr("PlanWords", "Duty to notify"),
    }[kind]
