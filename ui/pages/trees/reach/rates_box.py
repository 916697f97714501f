"""Answer rates: how often a try is answered, by kind of channel, in and out of working hours."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.judgement.reachability.scenario import Rates
from app.domain.plan.people import ChannelKind
from ui.models.record_words import choice_text
from ui.pages.trees.reach.calm import CalmSpinBox
from ui.pages.trees.reach.fold import Fold
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

CERTAIN = 100
USUAL_RUNS, MOST_RUNS = 1000, 20_000
MOST_SEED = 999_999


class RatesBox(Fold):
    """All rates are 100 % at first: then nothing is left to chance, and there are no runs."""

    changed = Signal()
    """A rate, the seed or the number of runs is another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent, "reach_rates", QCoreApplication.translate("RatesBox", "Answer rates")
        )
        self._usual: dict[ChannelKind, CalmSpinBox] = {}
        self._out: dict[ChannelKind, CalmSpinBox] = {}
        self._apart: set[ChannelKind] = set()
        self._build()

    def rates(self) -> Rates:
        """The rates below 100 %, and those out of hours that differ."""
        usual = {kind: box.value() / CERTAIN for kind, box in self._usual.items()}
        out = {kind: box.value() / CERTAIN for kind, box in self._out.items()}
        return Rates(
            {kind: rate for kind, rate in usual.items() if rate < 1},
            {kind: rate for kind, rate in out.items() if rate != usual[kind]},
        )

    @property
    def runs(self) -> int:
        """How often to try; 0 while every rate is 100 %."""
        return self._runs.value() if self.rates().stated else 0

    @property
    def seed(self) -> int:
        """The same luck again."""
        return self._seed.value()

    def _build(self) -> None:
        words = self.tr(
            "How many of 100 tries are answered, in and out of working hours. Below 100 the tree "
            "is tried many times by chance."
        )
        self.body.addWidget(label(self, words, Role.HINT, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(self, self.tr("In hours"), Role.HINT), 0, 1)
        grid.addWidget(label(self, self.tr("Out"), Role.HINT), 0, 2)
        for at, kind in enumerate(ChannelKind, start=1):
            text = choice_text(kind)
            caption = label(self, text)
            grid.addWidget(caption, at, 0)
            self._usual[kind] = self._rate(f"rate_{kind.value}", self.tr("{0}, in hours"), text)
            self._out[kind] = self._rate(f"out_{kind.value}", self.tr("{0}, out of hours"), text)
            caption.setBuddy(self._usual[kind])
            self._usual[kind].valueChanged.connect(partial(self._on_usual, kind))
            self._out[kind].valueChanged.connect(partial(self._on_out, kind))
            grid.addWidget(self._usual[kind], at, 1)
            grid.addWidget(self._out[kind], at, 2)
        self.body.addLayout(grid)
        self._runs = self._number("reach_runs", 1, MOST_RUNS, USUAL_RUNS)
        self._seed = self._number("reach_seed", 0, MOST_SEED, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Field(self, self.tr("Runs"), self._runs))
        row.addWidget(Field(self, self.tr("Seed"), self._seed))
        self.body.addLayout(row)
        for box in (*self._usual.values(), *self._out.values(), self._runs, self._seed):
            box.valueChanged.connect(self.changed)
        hint = self.tr("The same seed gives the same luck again.")
        self.body.addWidget(label(self, hint, Role.HINT, wrap=True))

    def _on_usual(self, kind: ChannelKind, rate: int) -> None:
        """A rate out of hours that was never set apart stays the usual one."""
        if kind not in self._apart:
            with QSignalBlocker(self._out[kind]):
                self._out[kind].setValue(rate)

    def _on_out(self, kind: ChannelKind, rate: int) -> None:
        if rate == self._usual[kind].value():
            self._apart.discard(kind)
        else:
            self._apart.add(kind)

    def _rate(self, name: str, said: str, kind: str) -> CalmSpinBox:
        made = self._number(name, 0, CERTAIN, CERTAIN)
        made.setSuffix(self.tr(" %"))
        made.setAccessibleName(said.format(kind))
        made.setFixedWidth(px(76))
        return made

    def _number(self, name: str, least: int, most: int, value: int) -> CalmSpinBox:
        made = CalmSpinBox(self, name, least, most)
        made.setValue(value)
        return made
