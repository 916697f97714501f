"""How far the chosen frameworks are met, one bar each."""

from collections import Counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import Framework
from ui.bridge.session import PlanBridge
from ui.bridge.words import short_name
from ui.widgets.bars import Legend, Part, PartsBar
from ui.widgets.cards import Card
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

_TONES = (
    (Verdict.MET, "success"),
    (Verdict.PARTLY, "warning"),
    (Verdict.NEEDS_PERSON, "sev4"),
    (Verdict.NOT_MET, "track"),
)


class CoverageCard(Card):
    """Never a green tick for what only a person or a record can show."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("coverage_card")
        self.set_title(self.tr("Framework coverage"))
        self._rows: dict[str, CoverageRow] = {}
        self._nothing = label(
            self,
            self.tr("No framework is chosen. Add one on the Coverage page."),
            Role.BODY,
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(px(14))
        self._legend = Legend(self, [(tone, verdict_text(verdict)) for verdict, tone in _TONES])
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._list)
        self.body.addSpacing(px(4))
        self.body.addWidget(self._legend)
        self.body.addStretch(1)

    def show_coverage(self, bridge: PlanBridge) -> None:
        """Show the verdicts there are now."""
        frameworks = bridge.judgement.frameworks
        self._nothing.setVisible(not frameworks)
        self._legend.setVisible(bool(frameworks))
        for key in set(self._rows) - {framework.id for framework in frameworks}:
            self._rows.pop(key).deleteLater()
        for framework in frameworks:
            if framework.id not in self._rows:
                self._rows[framework.id] = CoverageRow(self, framework)
                self._list.addWidget(self._rows[framework.id])
            verdicts = Counter(item.verdict for item in bridge.judgement.coverage(framework.id))
            self._rows[framework.id].show_verdicts(verdicts)


class CoverageRow(QWidget):
    """A framework's name, its bar and the count of requirements met."""

    def __init__(self, parent: QWidget, framework: Framework) -> None:
        super().__init__(parent)
        self._name = framework.name
        self.setToolTip(plain_tip(framework.name))
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName(f"coverage_{framework.id}")
        self._bar = PartsBar(self)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(ElidedLabel(self, short_name(framework.name), Role.STRONG), 1)
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(top)
        column.addWidget(self._bar)

    def show_verdicts(self, verdicts: Counter[Verdict]) -> None:
        """Show how many requirements have each verdict; what does not apply does not count."""
        total = sum(verdicts[verdict] for verdict, _ in _TONES)
        self._count.setText(self.tr("{0} of {1} met").format(verdicts[Verdict.MET], total))
        parts = [Part(verdicts[item], tone, verdict_text(item)) for item, tone in _TONES]
        self._bar.set_parts(parts, self._name)


def verdict_text(verdict: Verdict) -> str:
    """A verdict in a word or two."""
    match verdict:
        case Verdict.MET:
            return QCoreApplication.translate("Verdict", "met")
        case Verdict.PARTLY:
            return QCoreApplication.translate("Verdict", "partly")
        case Verdict.NEEDS_PERSON:
            return QCoreApplication.translate("Verdict", "needs a person")
        case Verdict.NOT_MET:
            return QCoreApplication.translate("Verdict", "not yet")
        case Verdict.NOT_APPLICABLE:
            return QCoreApplication.translate("Verdict", "not applicable")
