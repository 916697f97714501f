"""The regimes of the library as a list, filtered by standing, place, sector and words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.judgement.requirements import Confidence
from app.services.notifying.proposals import Candidate, Standing, first_limit
from ui.models.regime_words import confidence_text, standing_text, status_text

CANDIDATE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class RegimeFilter:
    """Which regimes are shown; what is blank or None leaves none out."""

    standing: Standing | None = None
    jurisdiction: str = ""
    sector: str = ""
    words: str = ""

    def takes(self, candidate: Candidate) -> bool:
        """Whether `candidate` is shown; a regime for every sector is one of each."""
        regime = candidate.regime
        return (
            self.standing in (None, candidate.standing)
            and self.jurisdiction in ("", regime.jurisdiction)
            and (not self.sector or not regime.suits.sectors or self.sector in regime.suits.sectors)
            and all(word in _searched(candidate) for word in self.words.casefold().split())
        )


class RegimeListModel(QAbstractListModel):
    """Keeps the order of the library."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Candidate, ...] = ()
        self._shown: tuple[Candidate, ...] = ()
        self._filter = RegimeFilter()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All of them, whatever is shown."""
        return self._all

    def count(self, standing: Standing) -> int:
        """How many have that standing."""
        return sum(item.standing is standing for item in self._all)

    def show_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """Show other regimes, through the same filter."""
        if candidates != self._all:
            self._all = candidates
            self._refilter()

    def show_only(self, wanted: RegimeFilter) -> None:
        """Filter anew."""
        if wanted != self._filter:
            self._filter = wanted
            self._refilter()

    def candidate(self, row: int) -> Candidate | None:
        """The regime on a row; None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, regime: str) -> int:
        """The row on which a regime is shown, by its id; -1 when it is not."""
        found = (at for at, item in enumerate(self._shown) if item.regime.id == regime)
        return next(found, -1)

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.candidate(index.row())
        if found is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.regime.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return _said(found)
            case _:
                return found if role == CANDIDATE_ROLE else None

    def _refilter(self) -> None:
        self.beginResetModel()
        self._shown = tuple(item for item in self._all if self._filter.takes(item))
        self.endResetModel()


def jurisdictions(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Where the regimes apply, each place once, in the order of the alphabet."""
    return tuple(sorted({item.regime.jurisdiction for item in candidates}, key=str.casefold))


def sectors(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """The sectors that regimes ask for."""
    return tuple(sorted({name for item in candidates for name in item.regime.suits.sectors}))


def _searched(candidate: Candidate) -> str:
    regime = candidate.regime
    parts = (regime.id, regime.name, regime.jurisdiction, regime.sector, regime.authority)
    return " ".join((*parts, regime.applies_to, regime.citation)).casefold()


def _said(candidate: Candidate) -> str:
    regime = candidate.regime
    memory = regime.confidence is Confidence.MEMORY
    parts = (
        regime.name,
        regime.authority,
        first_limit(regime),
        status_text(regime),
        standing_text(candidate.standing),
        confidence_text(regime.confidence.value) if memory else "",
    )
    return ". ".join(part for part in parts if part)
