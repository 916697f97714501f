"""The chosen framework: its name and edition, its bar, and the buttons that filter by verdict."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import Framework
from ui.bridge.words import short_name
from ui.models.framework_list import Covered
from ui.models.verdict_words import BAR_TONES, VERDICT_LOOKS, standing_text, verdict_word
from ui.pages.coverage.framework_switch import FrameworkSwitch
from ui.widgets.bars import Part, PartsBar
from ui.widgets.buttons import Look, button, icon_button, set_button_text
from ui.widgets.chips import Chip, Tone
from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

VERDICTS = (None, *BAR_TONES)


class FrameworkHead(QWidget):
    """What is said of it besides its requirements; the note unfolds."""

    filtered = Signal(object)
    """Carries the `Verdict` to show, or None for all."""
    removed = Signal()
    """The plan is no longer to be judged by it."""
    baseline_chosen = Signal(str)
    """Carries the baseline; blank for all requirements."""
    framework_chosen = Signal(str)
    """Carries the id of another framework to show."""
    added = Signal()
    """Frameworks are to be chosen from the library."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._framework: Framework | None = None
        self._columns = 0
        self._build()
        self._lay_out()
        self._filters.idClicked.connect(self._on_filter)
        self._remove.clicked.connect(self.removed)
        self._about.toggled.connect(self._note.setVisible)
        self._baseline.activated.connect(self._on_baseline)
        self.switch.chosen.connect(self.framework_chosen)
        self.switch.added.connect(self.added)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that is filtered by."""
        return VERDICTS[self._filters.checkedId()]

    def show_all(self) -> None:
        """Filter by no verdict."""
        self._buttons[0].setChecked(True)

    def set_tight(self, *, tight: bool) -> None:
        """Where there is no room for the list of frameworks, one turns to another of them here."""
        self.switch.setVisible(tight)
        self._name.setVisible(not tight)

    def show_framework(self, item: Covered, baseline: str) -> None:
        """Show the counts there are now, of this framework or of another."""
        framework = item.framework
        if framework is not self._framework:
            self._framework = framework
            self._show_facts(framework)
        self._warning.setVisible(bool(item.warning))
        self._warning.setText(item.warning)
        self._baseline.setCurrentIndex(max(0, self._baseline.findData(baseline.strip().lower())))
        parts = [
            Part(count, BAR_TONES[key], verdict_word(key).lower()) for key, count in item.counts
        ]
        self._bar.set_parts(parts, framework.name)
        self._summary.setText(item.summary)
        counts = dict(item.counts)
        for made, verdict in zip(self._buttons, VERDICTS, strict=True):
            word = self.tr("All") if verdict is None else verdict_word(verdict)
            count = sum(counts.values()) if verdict is None else counts[verdict]
            set_button_text(made, f"{word} {count}")
            if verdict is not None:
                made.setText(f" {made.text()}")  # the icon stands too near otherwise
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _show_facts(self, framework: Framework) -> None:
        self._name.show_text(short_name(framework.name))
        parts = (framework.publisher, framework.edition, framework.kind)
        self._edition.show_text(" \u00b7 ".join(part for part in parts if part))
        self._baseline_box.setVisible(framework.has_baselines)
        known = sorted({name for item in framework.requirements for name in item.baselines})
        self._baseline.clear()
        self._baseline.addItem(self.tr("All requirements"), "")
        for name in sorted(known, key=_RANKED.find):
            self._baseline.addItem(name.capitalize(), name)
        status = standing_text(framework.status)
        read = self.tr("{0}. Published {1}. Read for irplan on {2}.")
        said = read.format(status, framework.published, framework.read_on.isoformat())
        set_paragraph(
            self._note, f"{framework.name}\n{said}\n{framework.note}\n{framework.licence}"
        )
        name = self.tr("Remove {0}").format(framework.name)
        self._remove.setAccessibleName(name)
        self._remove.setToolTip(plain_tip(name))

    def _build(self) -> None:
        self.switch = FrameworkSwitch(self, read_only=self._read_only)
        self.switch.hide()
        self._name = ElidedLabel(self, "", Role.H1)
        self._name.setObjectName("framework_name")
        self._warning = Chip(self, "", Tone.WARNING)
        self._warning.setObjectName("framework_warning")
        self._edition = ElidedLabel(self, "", Role.BODY)
        self._about = icon_button(self, "framework_about", "info", self.tr("About this edition"))
        self._about.setCheckable(True)
        self._remove = button(self, "framework_remove", self.tr("Remove"), Look.QUIET, "trash-2")
        self._remove.setVisible(not self._read_only)
        self._note = paragraph(self, "")
        self._note.setObjectName("framework_note")
        self._note.hide()
        self._baseline_box = QWidget(self)
        self._baseline = QComboBox(self._baseline_box)
        self._baseline.setObjectName("framework_baseline")
        self._baseline.setEnabled(not self._read_only)
        self._baseline.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._bar = PartsBar(self)
        self._summary = label(self, "", Role.STRONG)
        self._summary.setObjectName("framework_summary")
        self._filters = QButtonGroup(self)
        self._buttons = [self._filter(at) for at in range(len(VERDICTS))]

    def _filter(self, at: int) -> QPushButton:
        made = button(self, f"verdict_{at}", "", Look.QUIET)
        verdict = VERDICTS[at]
        if verdict is not None:
            made.setIcon(icon(*VERDICT_LOOKS[verdict]))
            made.setIconSize(QSize(px(16), px(16)))
        made.setCheckable(True)
        made.setChecked(at == 0)
        self._filters.addButton(made, at)
        return made

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(px(14))
        bar.addWidget(self._bar, 1)
        bar.addWidget(self._summary)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(4))
        self._grid.setColumnStretch(len(VERDICTS), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._top())
        column.addWidget(self._edition)
        column.addWidget(self._note)
        column.addSpacing(px(4))
        column.addLayout(bar)
        column.addSpacing(px(2))
        column.addLayout(self._grid)

    def _top(self) -> QHBoxLayout:
        caption = label(self._baseline_box, self.tr("Baseline"), Role.HINT)
        caption.setBuddy(self._baseline)
        self._baseline.setAccessibleName(self.tr("Baseline"))
        row = QHBoxLayout(self._baseline_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(caption)
        row.addWidget(self._baseline)
        top = QHBoxLayout()
        top.setSpacing(px(10))
        for part in (self.switch, self._name, self._warning, self._about):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self._baseline_box)
        top.addWidget(self._remove)
        return top

    def _place(self) -> None:
        """The buttons stand in one row where there is room, else in two."""
        room = sum(made.sizeHint().width() + px(4) for made in self._buttons)
        half = (len(self._buttons) + 1) // 2
        columns = len(self._buttons) if room <= self.width() else half
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setColumnStretch(half, int(columns == half))
        for at, made in enumerate(self._buttons):
            self._grid.removeWidget(made)
            place = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(made, at // columns, at % columns, place)
        self._grid.setColumnStretch(columns, 1)

    @Slot(int)
    def _on_filter(self, at: int) -> None:
        self.filtered.emit(VERDICTS[at])

    @Slot(int)
    def _on_baseline(self, at: int) -> None:
        self.baseline_chosen.emit(self._baseline.itemData(at))


_RANKED = "low moderate high"
"""The order in which baselines are offered."""
