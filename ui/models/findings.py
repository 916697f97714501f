"""The findings of the open plan as a list, filtered by weight, section and words."""

from collections import Counter
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.domain.judgement.findings import Finding, Weight
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge
from ui.models.finding_words import accepted_text, mend_text, place_of, section_of

FINDING_ROLE = Qt.ItemDataRole.UserRole
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
ACCEPTED_ROLE = Qt.ItemDataRole.UserRole + 2
MEND_ROLE = Qt.ItemDataRole.UserRole + 3
"""What the quick-fix of an open finding does; blank when a person must mend it."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings are shown: of `weight` (None: any), of `section` (blank: any).

    All `words` must occur. `accepted` shows those somebody accepted in place of the open ones.
    """

    weight: Weight | None = None
    section: str = ""
    words: str = ""
    accepted: bool = False


class FindingsModel(QAbstractListModel):
    """Findings, worst first."""

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._filter = FindingFilter()
        self._open: tuple[Finding, ...] = ()
        self._accepted: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self._reasons: tuple[AcceptedFinding | None, ...] = ()
        self._labels: dict[RecordId, str] = {}
        self._labelled = bridge.plan
        self.refresh()

    @property
    def total(self) -> int:
        """How many are open, without any filter."""
        return len(self._open)

    @property
    def accepted(self) -> int:
        """How many somebody accepted."""
        return len(self._accepted)

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of the sections in which there is something to mend, in the plan's order."""
        known = {finding.section for finding in (*self._open, *self._accepted)}
        return tuple(str(key) for key in self._bridge.plan.sections if key in known)

    def count(self, weight: Weight) -> int:
        """How many of `weight` are open."""
        return Counter(finding.weight for finding in self._open)[weight]

    def show_only(self, wanted: FindingFilter) -> None:
        """Show what passes the filter."""
        self._filter = wanted
        self._refill()

    def refresh(self) -> None:
        """Take the findings as they are now."""
        judgement = self._bridge.judgement
        opened, accepted = judgement.findings(), judgement.findings(accepted=True)
        reasons = self._reasons_for(self._shown)
        if (opened, accepted, reasons) != (self._open, self._accepted, self._reasons):
            self._open, self._accepted = opened, accepted
            self._refill()

    def finding(self, row: int) -> Finding | None:
        """The finding on a row; None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: RecordId) -> int:
        """The row on which a finding is shown; -1 when it is not."""
        return next((at for at, item in enumerate(self._shown) if item.key == key), -1)

    def alike(self, finding: Finding) -> tuple[int, ...]:
        """The rows shown whose findings have the code of `finding`."""
        return tuple(at for at, item in enumerate(self._shown) if item.code == finding.code)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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
                return f"{self._said(finding)} {self._mend(finding)}".strip()
            case _:
                return self._of_our_own(finding, role)

    def _of_our_own(self, finding: Finding, role: int) -> object:
        if role == FINDING_ROLE:
            return finding
        if role == MEND_ROLE:
            return self._mend(finding)
        if role == ACCEPTED_ROLE:
            return self._bridge.plan.accepted.get(finding.key)
        return section_of(self._bridge, finding) if role == PLACE_ROLE else None

    def _mend(self, finding: Finding) -> str:
        """Looked up for the rows that are seen, and once for each state of the plan."""
        if self._labelled is not self._bridge.plan:
            self._labelled = self._bridge.plan
            self._labels.clear()
        if finding.key not in self._labels:
            self._labels[finding.key] = mend_text(self._bridge, finding)
        return self._labels[finding.key]

    def _said(self, finding: Finding) -> str:
        accepted = self._bridge.plan.accepted.get(finding.key)
        rest = finding.fix if accepted is None else accepted_text(accepted)
        return f"{finding.reason} {rest} {place_of(self._bridge, finding)}"

    def _refill(self) -> None:
        chosen = self._accepted if self._filter.accepted else self._open
        self.beginResetModel()
        self._shown = tuple(finding for finding in chosen if self._takes(finding))
        self._reasons = self._reasons_for(self._shown)
        self.endResetModel()

    def _reasons_for(self, findings: tuple[Finding, ...]) -> tuple[AcceptedFinding | None, ...]:
        accepted = self._bridge.plan.accepted
        return tuple(accepted.get(item.key) for item in findings) if accepted else ()

    def _takes(self, finding: Finding) -> bool:
        wanted = self._filter
        if wanted.weight not in (None, finding.weight):
            return False
        if wanted.section not in ("", finding.section):
            return False
        words = wanted.words.lower().split()
        text = self._text(finding) if words else ""
        return all(word in text for word in words)

    def _text(self, finding: Finding) -> str:
        return f"{self._said(finding)} {finding.code}".lower()
