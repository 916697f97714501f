"""The card of the chosen requirement: everything about it scrolls, decisions stand at the foot."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import CheckKind
from ui.bridge.session import PlanBridge
from ui.models.requirement_view import RequirementView
from ui.pages.coverage.detail_column import DetailColumn
from ui.pages.coverage.vouched_rows import Handlers
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card, line
from ui.widgets.labels import Role, label, repolish
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class DetailCard(Card):
    """Redrawn only when what it shows differs; then it stays where one has scrolled to."""

    went = Signal(str)
    """Carries a target of the window."""
    attested = Signal()
    """Somebody wants to attest the requirement."""
    linked = Signal()
    """Evidence is to be linked."""
    excluded = Signal()
    """The requirement does not apply; the reason is still to be asked for."""
    included = Signal()
    """It applies after all."""
    withdrawn = Signal()
    """The attestation is to be taken back."""
    edited = Signal(str)
    """Carries the id of linked evidence to edit."""
    unlinked = Signal(str)
    """Carries the id of evidence to link no longer."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("requirement_card")
        self._bridge = bridge
        self._view: RequirementView | None = None
        self._whole = ""
        self._build()
        self._attest.clicked.connect(self.attested)
        self._link.clicked.connect(self.linked)
        self._exclude.clicked.connect(self.excluded)
        self._include.clicked.connect(self.included)

    @property
    def view(self) -> RequirementView | None:
        """What is shown."""
        return self._view

    def show_view(self, view: RequirementView | None) -> None:
        """Show a requirement, or how to choose one."""
        if view == self._view and self._content is not None:
            return
        before, self._view = self._view, view
        same = before is not None and view is not None and before.key == view.key
        if not same:
            self._whole = ""
        self._redraw(keep=same)
        self._offer(view)

    def _build(self) -> None:
        self._area = ScrollBody(self, "requirement_scroll")
        self._area.content.setContentsMargins(px(20), px(18), px(14), px(18))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(self.tr("The requirement in full"))
        self._content: QWidget | None = None
        self._attest = button(self, "requirement_attest", "", Look.PLAIN)
        self._link = button(self, "requirement_link", self.tr("Link evidence\u2026"))
        self._exclude = button(self, "requirement_exclude", self.tr("Not applicable\u2026"))
        self._include = button(self, "requirement_include", self.tr("It applies after all"))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(4), px(20), px(14))
        foot.setSpacing(px(8))
        for part in (self._attest, self._link, self._exclude, self._include):
            foot.addWidget(part)
        foot.addStretch(1)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._area, 1)
        self._line = line(self)
        self.body.addWidget(self._line)
        self.body.addLayout(foot)

    def _redraw(self, *, keep: bool) -> None:
        bar = self._area.verticalScrollBar()
        place = bar.value() if keep else 0
        focused = QApplication.focusWidget()
        inside = focused is not None and self._area.body.isAncestorOf(focused)
        content = self._made()
        if self._content is not None:
            self._area.content.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._area.content.addWidget(content)
        content.show()
        if inside:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        bar.setValue(place)
        QTimer.singleShot(0, self, lambda: bar.setValue(place))

    def _made(self) -> QWidget:
        body = self._area.body
        if self._view is None:
            content = QWidget(body)
            column = QVBoxLayout(content)
            column.setContentsMargins(0, 0, 0, 0)
            words = self.tr("Choose a requirement to read what it asks and what the plan has.")
            column.addWidget(label(content, words, Role.BODY, wrap=True))
            column.addStretch(1)
            return content
        made = DetailColumn(body, self._view, self.went.emit)
        sections = self._bridge.plan.sections
        titles = {str(key): section.title for key, section in sections.items()}
        may = not self._bridge.read_only
        show_all = None if self._whole == self._view.key else self._on_all
        made.fill(self._bridge.template, titles, self._handlers() if may else None, show_all)
        return made

    def _handlers(self) -> Handlers:
        return Handlers(
            withdraw=self.withdrawn.emit,
            edit=self.edited.emit,
            unlink=self.unlinked.emit,
        )

    def _on_all(self) -> None:
        """Show every related requirement."""
        if self._view is not None:
            self._whole = self._view.key
            self._redraw(keep=True)

    def _offer(self, view: RequirementView | None) -> None:
        """Buttons for what can be decided; what is waited for stands out."""
        may = view is not None and not self._bridge.read_only
        out = view is not None and view.status.verdict is Verdict.NOT_APPLICABLE
        excluded = view is not None and view.status.vouched.exclusion is not None
        for part in (self._attest, self._link, self._exclude):
            part.setVisible(may and not out)
        self._include.setVisible(may and excluded)
        self._line.setVisible(may and (excluded or not out))
        if view is None:
            return
        attested = view.status.vouched.attestation is not None
        words = self.tr("Attest again\u2026") if attested else self.tr("Attest\u2026")
        set_button_text(self._attest, words)
        waiting = view.status.verdict is Verdict.NEEDS_PERSON
        record = view.status.requirement.check is CheckKind.LINK_EVIDENCE
        _stress(self._attest, stressed=waiting and not record)
        _stress(self._link, stressed=waiting and record)


def _stress(shown: QWidget, *, stressed: bool) -> None:
    look = Look.PRIMARY if stressed else Look.PLAIN
    if shown.property("look") != look.value:
        shown.setProperty("look", look.value)
        repolish(shown)
