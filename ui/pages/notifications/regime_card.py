"""One regime in full: why it is proposed, what it demands, and how far to trust it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.deadlines.wording import rule_of
from app.domain.judgement.regimes import Regime, RegimeStatus
from app.domain.judgement.requirements import Confidence
from app.services.notifying.proposals import Candidate, Standing
from ui.bridge.words import day
from ui.models.regime_words import confidence_text, since_text, standing_text, status_text
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

_STANDING_TONES = {
    Standing.PROPOSED: Tone.ACCENT,
    Standing.ADOPTED: Tone.SUCCESS,
    Standing.REFUSED: Tone.NEUTRAL,
}


class RegimeCard(Card):
    """Buttons at the foot decide on the regime, or on all that are chosen."""

    adopted = Signal()
    """What is chosen is to be adopted."""
    refused = Signal()
    """The regime does not bind; the reason is still to be asked for."""
    unrefused = Signal()
    """It binds after all."""
    looked_up = Signal()
    """The adopted duty is to be shown."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("regime_card")
        self._read_only = read_only
        self._scroll = ScrollBody(self, "regime_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(8), 0)
        self._scroll.content.setSpacing(px(12))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(self.tr("The regime in full"))
        self._content: QWidget | None = None
        self._shown: tuple[Candidate, ...] | None = None
        self._adopt = button(self, "regime_adopt", self.tr("Adopt"), Look.PRIMARY, "plus")
        self._refuse = button(self, "regime_refuse", self.tr("Does not bind us\u2026"))
        self._unrefuse = button(self, "regime_unrefuse", self.tr("It binds us after all"))
        self._show = button(self, "regime_show", self.tr("Show the duty"))
        self.add(self._scroll)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        for part in (self._adopt, self._show, self._refuse, self._unrefuse):
            foot.addWidget(part)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self._adopt.clicked.connect(self.adopted)
        self._refuse.clicked.connect(self.refused)
        self._unrefuse.clicked.connect(self.unrefused)
        self._show.clicked.connect(self.looked_up)

    def show_chosen(self, chosen: tuple[Candidate, ...]) -> None:
        """Show one regime in full, several by name, or how to choose one."""
        if chosen == self._shown:
            return
        self._shown = chosen
        content = QWidget(self._scroll.body)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if len(chosen) == 1:
            self._fill(content, column, chosen[0])
        elif chosen:
            self._fill_several(content, column, chosen)
        else:
            words = self.tr("Choose a regime to read what it demands.")
            column.addWidget(label(content, words, Role.BODY, wrap=True))
        column.addStretch(1)
        self._replace(content)
        self._offer(chosen)

    def _replace(self, content: QWidget) -> None:
        if self._content is not None:
            self._scroll.content.removeWidget(self._content)
            self._content.hide()
            self._content.setParent(None)
            self._content.deleteLater()
        self._content = content
        self._scroll.content.addWidget(content)
        content.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _offer(self, chosen: tuple[Candidate, ...]) -> None:
        """Buttons for what can be decided about `chosen`."""
        open_ones = [item for item in chosen if item.standing is not Standing.ADOPTED]
        one = chosen[0] if len(chosen) == 1 else None
        may = not self._read_only
        self._adopt.setVisible(may and bool(open_ones))
        several = self.tr("Adopt {0} regimes").format(len(open_ones))
        set_button_text(self._adopt, self.tr("Adopt") if len(open_ones) == 1 else several)
        standing = one.standing if one is not None else None
        undecided = standing in (Standing.PROPOSED, Standing.OTHER)
        self._refuse.setVisible(may and undecided)
        self._unrefuse.setVisible(may and standing is Standing.REFUSED)
        self._show.setVisible(standing is Standing.ADOPTED)

    def _fill_several(
        self, content: QWidget, column: QVBoxLayout, chosen: tuple[Candidate, ...]
    ) -> None:
        title = self.tr("{0} regimes are chosen").format(len(chosen))
        column.addWidget(label(content, title, Role.H2, wrap=True))
        for item in chosen:
            said = standing_text(item.standing)
            name = f"{item.regime.name} \u00b7 {said}" if said else item.regime.name
            column.addWidget(label(content, name, Role.BODY, wrap=True))

    def _fill(self, content: QWidget, column: QVBoxLayout, item: Candidate) -> None:
        regime = item.regime
        title = label(content, regime.name, Role.H2, wrap=True)
        title.setObjectName("regime_name")
        column.addWidget(title)
        column.addLayout(self._chips(content, item))
        if item.refusal is not None:
            said = self.tr("Does not bind: {0} ({1}, {2})")
            by = item.refusal.by or self.tr("nobody named")
            words = said.format(item.refusal.reason, by, day(item.refusal.on))
            column.addWidget(paragraph(content, words))
        elif item.reason:
            column.addWidget(paragraph(content, item.reason))
        for caption, text in self._facts(regime):
            if text:
                column.addSpacing(px(2))
                column.addWidget(label(content, caption, Role.OVERLINE))
                column.addWidget(paragraph(content, text))

    def _chips(self, content: QWidget, item: Candidate) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(6))
        regime = item.regime
        if item.standing in _STANDING_TONES:
            tone = _STANDING_TONES[item.standing]
            row.addWidget(Chip(content, standing_text(item.standing), tone))
        binds = regime.status is RegimeStatus.IN_FORCE
        row.addWidget(Chip(content, status_text(regime), Tone.NEUTRAL if binds else Tone.WARNING))
        if regime.confidence is Confidence.MEMORY:
            row.addWidget(Chip(content, confidence_text("memory"), Tone.WARNING))
        row.addStretch(1)
        return row

    def _facts(self, regime: Regime) -> Iterator[tuple[str, str]]:
        yield self.tr("Who is told"), regime.authority
        yield self.tr("What starts it"), regime.trigger
        steps = (f"{step.name}: {rule_of(regime, step)}" for step in regime.steps if not step.caps)
        yield self.tr("Deadlines"), "\n".join(steps)
        yield self.tr("Binds"), regime.applies_to
        yield self.tr("Jurisdiction and sector"), f"{regime.jurisdiction}; {regime.sector}"
        yield self.tr("What the notice says"), "\n".join(regime.content)
        yield self.tr("Exceptions"), regime.exceptions
        yield self.tr("Records to keep"), regime.records_duty
        yield self.tr("Notes"), regime.notes
        yield self.tr("Applies since"), since_text(regime)
        yield self.tr("Citation"), regime.citation
        yield self.tr("How surely it was read"), self._trust(regime)

    def _trust(self, regime: Regime) -> str:
        read = confidence_text(regime.confidence.value)
        on = self.tr("not verified yet")
        if regime.verified_on is not None:
            on = self.tr("verified on {0}").format(day(regime.verified_on))
        return self.tr("{0}, {1}. Source: {2}").format(read, on, regime.source)
