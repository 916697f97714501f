"""The findings of the open plan as a list, filtered by weight and words."""

from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.domain.judgement.findings import Finding, Weight
from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge

FINDING_ROLE = Qt.ItemDataRole.UserRole
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1


class FindingsModel(QAbstractListModel):
    """Open findings, worst first."""

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._weight: Weight | None = None
        self._words = ""
        self._all: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self.refresh()

    @property
    def total(self) -> int:
        """How many there are without any filter."""
        return len(self._all)

    def count(self, weight: Weight) -> int:
        """How many there are of `weight`."""
        return sum(finding.weight is weight for finding in self._all)

    def show_only(self, weight: Weight | None, words: str = "") -> None:
        """Show findings of `weight` (None: any) in which all `words` occur."""
        self._weight, self._words = weight, words
        self._filter()

    def refresh(self) -> None:
        """Take the findings as they are now."""
        found = self._bridge.judgement.findings()
        if found != self._all:
            self._all = found
            self._filter()

    def finding(self, row: int) -> Finding | None:
        """The finding on a row; None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        finding = self.finding(index.row())
        if finding is None:
            return None
        return self._shown_as(finding, role)

    def _shown_as(self, finding: Finding, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return finding.reason
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(finding.reason)} {escape(finding.fix)}</p>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{finding.reason} {finding.fix} {place_of(self._bridge, finding)}"
            case _ if role == FINDING_ROLE:
                return finding
            case _:
                return section_of(self._bridge, finding) if role == PLACE_ROLE else None

    def _filter(self) -> None:
        wanted = self._words.lower().split()
        self.beginResetModel()
        self._shown = tuple(
            finding
            for finding in self._all
            if (self._weight is None or finding.weight is self._weight)
            and all(word in self._text(finding) for word in wanted)
        )
        self.endResetModel()

    def _text(self, finding: Finding) -> str:
        place = place_of(self._bridge, finding)
        return f"{finding.reason} {finding.fix} {place}".lower()


def place_of(bridge: PlanBridge, finding: Finding) -> str:
    """The section in which `finding` is mended, and how much it matters."""
    section = bridge.plan.sections.get(RecordId(finding.section))
    weight = weight_text(finding.weight)
    return f"{section.title} \u00b7 {weight}" if section is not None else weight


def section_of(bridge: PlanBridge, finding: Finding) -> str:
    """The title of the section in which `finding` is mended; blank when it is gone."""
    section = bridge.plan.sections.get(RecordId(finding.section))
    return section.title if section is not None else ""


def weight_text(weight: Weight) -> str:
    """What a weight means, in words."""
    match weight:
        case Weight.BLOCKS:
            return QCoreApplication.translate("Findings", "blocks a final export")
        case Weight.WARN:
            return QCoreApplication.translate("Findings", "an auditor would ask")
        case Weight.HINT:
            return QCoreApplication.translate("Findings", "worth a look")


WEIGHT_LOOKS = {
    Weight.BLOCKS: ("circle-alert", "danger"),
    Weight.WARN: ("triangle-alert", "warning"),
    Weight.HINT: ("lightbulb", "accent_text"),
}
"""The icon and colour of each weight."""
