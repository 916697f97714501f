"""The card of what is chosen in the list: what is wrong, what to do, and the ways to do it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies import Remedy
from app.domain.plan.governance import AcceptedFinding
from ui.bridge.words import day
from ui.models.finding_words import WEIGHT_LOOKS, weight_text
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.elided import ElidedLabel
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.picture import Picture
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

MOST_REASONS: Final = 8
"""Of several findings so many reasons are told; the others are in the list."""


class DetailCard(Card):
    """Shows one finding, or several of one kind, and offers what can be done."""

    mended = Signal()
    opened = Signal()
    accepting = Signal()
    taken_back = Signal()
    widened = Signal()
    """All findings of the same kind are to be chosen."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("finding_detail")
        self.setAccessibleName(self.tr("Chosen finding"))
        self._read_only = read_only
        self._build_words()
        self._build_actions()
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        for part in (self._head, *self._actions, self._below, self._code, self._why):
            part.hide()
        set_paragraph(self._reason, "")
        set_paragraph(self._fix, self.tr("Choose a finding to see what can be done about it."))

    def show_finding(
        self, finding: Finding, place: str, remedies: Sequence[Remedy], alike: int
    ) -> None:
        """Show an open finding; `alike` is how many shown have its code."""
        self._show_words(finding, place)
        self._why.hide()
        self._mend.setVisible(bool(remedies))
        if remedies:
            self._mend.show_text(remedies[0].label)
        self._offer(open_=True, accept=True, alike=alike)

    def show_accepted(self, finding: Finding, place: str, accepted: AcceptedFinding) -> None:
        """Show a finding that somebody accepted."""
        self._show_words(finding, place)
        self._mend.hide()
        self._offer(open_=True, take_back=True)
        said = self.tr("Accepted by {0} on {1}").format(accepted.by, day(accepted.on))
        set_paragraph(self._why, f"{said}\n{accepted.reason}")
        self._why.show()

    def show_several(
        self, findings: Sequence[Finding], remedies: Sequence[Remedy], *, accepted: bool
    ) -> None:
        """Show what can be done about several findings at once, if they are of one kind."""
        self._show_head(findings[0], self.tr("{0} findings chosen").format(len(findings)))
        one_kind = len({finding.code for finding in findings}) == 1
        self._code.setVisible(one_kind)
        told = "\n".join(finding.reason for finding in findings[:MOST_REASONS])
        more = len(findings) - MOST_REASONS
        rest = "\n" + self.tr("and {0} more").format(more) if more > 0 else ""
        set_paragraph(self._reason, told + rest)
        mixed = self.tr("They differ in kind. Choose findings of one kind to act on them together.")
        set_paragraph(self._fix, findings[0].fix if one_kind else mixed)
        self._below.hide()
        self._why.hide()
        self._mend.setVisible(one_kind and bool(remedies) and not accepted)
        self._mend.show_text(self._mend_all(len(findings), remedies))
        act = one_kind and not accepted
        self._offer(accept=act, take_back=one_kind and accepted, count=len(findings))

    def _mend_all(self, count: int, remedies: Sequence[Remedy]) -> str:
        labels = {remedy.label for remedy in remedies}
        if len(labels) == 1 and len(remedies) == count:
            return self.tr("{0} ({1} times)").format(remedies[0].label, count)
        if len(remedies) < count:
            return self.tr("Mend {0} of {1}").format(len(remedies), count)
        return self.tr("Mend all {0}").format(count)

    def _show_words(self, finding: Finding, place: str) -> None:
        word = weight_text(finding.weight)
        self._show_head(finding, f"{word[0].upper()}{word[1:]}")
        self._code.show()
        set_paragraph(self._reason, finding.reason)
        set_paragraph(self._fix, finding.fix)
        self._below.show_text(self.tr("Section: {0}").format(place))
        self._below.setVisible(bool(place))

    def _show_head(self, finding: Finding, text: str) -> None:
        picture, tone = WEIGHT_LOOKS[finding.weight]
        self._picture.show_picture(picture, tone)
        self._picture.setAccessibleName(weight_text(finding.weight))
        self._weight.setText(text)
        self._code.show_text(finding.code)
        self._head.show()

    def _offer(
        self,
        *,
        open_: bool = False,
        accept: bool = False,
        take_back: bool = False,
        alike: int = 1,
        count: int = 1,
    ) -> None:
        self._open.setVisible(open_)
        self._accept.setVisible(accept and not self._read_only)
        self._take_back.setVisible(take_back and not self._read_only)
        self._widen.setVisible(alike > 1)
        set_button_text(self._widen, self.tr("Choose all {0} of this kind").format(alike))
        several = self.tr("Accept all {0} with a reason\u2026").format(count)
        one = self.tr("Accept with a reason\u2026")
        set_button_text(self._accept, several if count > 1 else one)
        self._accept.setText(f" {self._accept.text()}")

    def _build_words(self) -> None:
        self._scroll = ScrollBody(self, "finding_words")
        self._scroll.content.setContentsMargins(0, 0, px(4), 0)
        self._scroll.content.setSpacing(px(8))
        body = self._scroll.body
        self._head = QWidget(body)
        self._picture = Picture(self._head)
        self._weight = label(self._head, "", Role.H3, wrap=True)
        self._weight.setObjectName("finding_weight")
        self._code = ElidedLabel(body, "", Role.HINT)
        self._code.setObjectName("finding_code")
        self._reason = paragraph(body, "", Role.STRONG)
        self._reason.setObjectName("finding_reason")
        self._fix = paragraph(body, "", Role.BODY)
        self._fix.setObjectName("finding_fix")
        self._below = ElidedLabel(body, "", Role.HINT)
        self._below.setObjectName("finding_place")
        self._why = paragraph(body, "", Role.BODY)
        self._why.setObjectName("finding_accepted")

    def _build_actions(self) -> None:
        body = self._scroll.body
        self._mend = ElidedButton(body, "finding_mend", Look.PRIMARY, "sparkles")
        self._open = button(
            body, "finding_open", self.tr("Go to the place"), Look.PLAIN, "arrow-right"
        )
        self._accept = button(body, "finding_accept", "", Look.PLAIN, "stamp")
        said = self.tr("Take the acceptance back")
        self._take_back = button(body, "finding_take_back", said, Look.PLAIN, "undo-2")
        self._widen = button(body, "finding_alike", "", Look.LINK)
        self._actions = (self._mend, self._open, self._accept, self._take_back, self._widen)
        self._mend.button.clicked.connect(self.mended)
        self._open.clicked.connect(self.opened)
        self._accept.clicked.connect(self.accepting)
        self._take_back.clicked.connect(self.taken_back)
        self._widen.clicked.connect(self.widened)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(px(8))
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._weight, 1)
        words = self._scroll.content
        for part in (self._head, self._code, self._reason, self._fix, self._below, self._why):
            words.addWidget(part)
        words.addSpacing(px(8))
        for action in self._actions[:-1]:
            words.addWidget(action)
        words.addWidget(self._widen, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self.body.addWidget(self._scroll, 1)
