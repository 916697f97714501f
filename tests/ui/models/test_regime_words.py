"""Words about regimes."""

from datetime import date

import pytest

from app.domain.judgement.regimes import EntityKind, RegimeStatus
from app.domain.judgement.requirements import Confidence
from app.services.notifying.proposals import Standing
from tests.unit.domain.judgement.deadlines.clocks import regime
from ui.models.regime_words import (
    confidence_text,
    kind_text,
    since_text,
    standing_text,
    status_text,
)


@pytest.mark.parametrize("status", RegimeStatus)
def test_every_status_has_words_of_its_own(qapp, status):
    others = {status_text(regime(status=item)) for item in RegimeStatus if item is not status}

    assert status_text(regime(status=status)) not in {"", *others}


def test_a_regime_that_applies_later_says_from_when(qapp):
    later = regime(status=RegimeStatus.ADOPTED, effective_from=date(2027, 1, 2))

    assert status_text(later) == "Applies from 2 Jan 2027"


def test_since_when_it_applies_is_a_day_a_note_or_both(qapp):
    assert since_text(regime(effective_note="in stages")) == "in stages"
    assert since_text(regime(effective_from=date(2027, 1, 2))) == "2 Jan 2027"
    both = regime(effective_from=date(2027, 1, 2), effective_note="in stages")
    assert since_text(both) == "2 Jan 2027; in stages"


def test_memory_is_never_shown_as_certain(qapp):
    assert "verify before relying on this" in confidence_text(Confidence.MEMORY.value)
    assert confidence_text("rumour") == ""
    assert all(confidence_text(item.value) for item in Confidence)


def test_every_standing_and_kind_can_be_told(qapp):
    assert {standing_text(item) for item in Standing} == {
        "Proposed",
        "Adopted",
        "Does not bind",
        "",
    }
    assert len({kind_text(item) for item in EntityKind}) == len(EntityKind)
