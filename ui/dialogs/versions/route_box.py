"""Who reviews and who approves, and when that is enough."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lifecycle.approving.routing import unfit
from app.domain.plan.acts import Route
from app.domain.plan.upkeep import ApprovalRule
from ui.dialogs.versions.people_box import PeopleBox
from ui.models.version_words import rule_text
from ui.widgets.banner import announce
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

MOST = 12
"""More people never approved a plan."""


class RouteBox(QWidget):
    """Says in place what no version could be approved by."""

    changed = Signal()

    def __init__(self, parent: QWidget, people: Sequence[str]) -> None:
        super().__init__(parent)
        self._authors: tuple[str, ...] = ()
        self._wrote = label(self, "", Role.STRONG, wrap=True)
        self._wrote.setObjectName("submit_authors")
        said = self.tr("Who reviews it")
        self.reviewers = PeopleBox(self, "submit_reviewers", said, people)
        self._reviewed = Field(self, said, self.reviewers.entry, box=self.reviewers)
        said = self.tr("Who approves it")
        self.approvers = PeopleBox(self, "submit_approvers", said, people)
        self._approved = Field(self, said, self.approvers.entry, box=self.approvers, required=True)
        self.reviews = self._count("submit_reviews", 0)
        self._reviews_field = Field(self, self.tr("Reviews needed first"), self.reviews)
        self.rule = QComboBox(self)
        self.rule.setObjectName("submit_rule")
        for one in ApprovalRule:
            self.rule.addItem(rule_text(one), one.value)
        self._rule_field = Field(self, self.tr("Who has to approve"), self.rule)
        self.quorum = self._count("submit_quorum", 1)
        self._quorum_field = Field(self, self.tr("How many of them"), self.quorum)
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.setObjectName("submit_route_problem")
        self._problem.hide()
        self._lay_out()
        self.rule.currentIndexChanged.connect(self._show_state)
        for box in (self.reviewers, self.approvers):
            box.changed.connect(self._on_people)

    @property
    def route(self) -> Route:
        """What is chosen."""
        return Route(
            self.reviewers.names,
            self.approvers.names,
            ApprovalRule(self.rule.currentData()),
            int(self.quorum.currentData()),
            int(self.reviews.currentData()),
        )

    def show_route(self, route: Route, authors: Sequence[str]) -> None:
        """Start with `route`; nobody of `authors` can be chosen."""
        self._authors = tuple(authors)
        self._wrote.setText(
            self.tr("Written by {0}, who can neither review nor approve it.").format(
                ", ".join(authors)
            )
        )
        self._wrote.setVisible(bool(authors))
        for box, names in ((self.reviewers, route.reviewers), (self.approvers, route.approvers)):
            box.bar(authors)
            box.show_names(names)
        self.reviews.setCurrentIndex(max(self.reviews.findData(route.reviews), 0))
        self.quorum.setCurrentIndex(max(self.quorum.findData(route.quorum), 0))
        self.rule.setCurrentIndex(self.rule.findData(route.rule.value))
        self._show_state()

    def complete(self, by: str) -> bool:
        """Whether a version submitted `by` somebody can be approved so; what is wrong is said."""
        if not (self.reviewers.take() and self.approvers.take()):
            return False
        problem = unfit(self.route, (*self._authors, by)) or ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            announce(self._problem, problem)
            at_fault = self.approvers if not self.route.approvers else self.reviewers
            at_fault.entry.setFocus()
        return not problem

    def _count(self, name: str, least: int) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(name)
        for number in range(least, MOST + 1):
            made.addItem(str(number), number)
        return made

    def _lay_out(self) -> None:
        rules = QHBoxLayout()
        rules.setSpacing(px(14))
        rules.addWidget(self._reviews_field)
        rules.addWidget(self._rule_field, 1)
        rules.addWidget(self._quorum_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._wrote)
        column.addWidget(self._reviewed)
        column.addWidget(self._approved)
        column.addLayout(rules)
        column.addWidget(self._problem)

    @Slot()
    def _show_state(self) -> None:
        rule = ApprovalRule(self.rule.currentData())
        self._quorum_field.setVisible(rule is ApprovalRule.QUORUM)
        self.approvers.show_order(shown=rule is ApprovalRule.ORDER)
        self.reviewers.show_order(shown=False)
        self.changed.emit()

    @Slot()
    def _on_people(self) -> None:
        self._problem.hide()
        self.changed.emit()
