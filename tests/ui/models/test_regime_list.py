"""The list of regimes and its filter."""

import pytest
from PySide6.QtCore import QObject, Qt

from app.domain.judgement.regimes import Suits
from app.domain.judgement.requirements import Confidence
from app.services.notifying.proposals import Candidate, Standing
from tests.unit.domain.judgement.deadlines.clocks import regime, step
from ui.models.regime_list import RegimeFilter, RegimeListModel, jurisdictions, sectors

BANK = Candidate(
    regime(
        step(within="72 hours", recipient="BaFin"),
        id="bank",
        name="Bank law",
        suits=Suits(sectors=("finance",)),
    ),
    Standing.PROPOSED,
    "It fits.",
)
ALL = Candidate(
    regime(id="all", name="Straße act", jurisdiction="France", confidence=Confidence.MEMORY),
    Standing.OTHER,
)


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def model(owner):
    made = RegimeListModel(owner)
    made.show_candidates((BANK, ALL))
    return made


def shown(model):
    return [model.candidate(row).regime.id for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (RegimeFilter(), ["bank", "all"]),
        (RegimeFilter(standing=Standing.PROPOSED), ["bank"]),
        (RegimeFilter(standing=Standing.ADOPTED), []),
        (RegimeFilter(jurisdiction="France"), ["all"]),
        (RegimeFilter(sector="finance"), ["bank", "all"]),
        (RegimeFilter(sector="health"), ["all"]),
        (RegimeFilter(words="bafin  LAW"), ["bank"]),
        (RegimeFilter(words="STRASSE"), ["all"]),
        (RegimeFilter(words="bafin france"), []),
    ],
)
def test_a_filter_keeps_what_fits(model, wanted, ids):
    model.show_only(wanted)

    assert shown(model) == ids


def test_a_row_is_found_by_its_regime(model):
    model.show_only(RegimeFilter(jurisdiction="France"))

    assert (model.row_of("all"), model.row_of("bank")) == (0, -1)
    assert model.candidate(1) is None


def test_counts_leave_the_filter_aside(model):
    model.show_only(RegimeFilter(words="zebra"))

    assert (model.count(Standing.PROPOSED), len(model.candidates)) == (1, 2)


def test_a_screen_reader_hears_limit_status_and_confidence(model):
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]

    assert said[0] == "Bank law. BaFin. 72 hours from awareness. In force. Proposed"
    assert said[1].endswith("In force. From memory: verify before relying on this")


def test_places_and_sectors_are_offered_once():
    assert jurisdictions((BANK, ALL, BANK)) == ("France", "Germany")
    assert sectors((BANK, ALL, BANK)) == ("finance",)
