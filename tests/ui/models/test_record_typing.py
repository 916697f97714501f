"""Days and spans of time as people write them."""

from datetime import date

import pytest

from app.domain.plan.durations import Duration, TimeUnit
from ui.models.record_typing import parse_day, typed_text


@pytest.mark.parametrize(
    "text", ["2026-11-30", "30 November 2026", " 30 nov 2026 ", "30 Nov. 2026"]
)
def test_a_day_is_read_in_figures_and_words(text):
    assert parse_day(text) == date(2026, 11, 30)


@pytest.mark.parametrize(
    "text", ["", "soon", "31 November 2026", "30 J 2026", "3 Ju 2026", "30.11.2026"]
)
def test_what_is_no_day_is_none(text):
    assert parse_day(text) is None


def test_what_is_shown_can_be_typed_again():
    day = date(2026, 3, 1)

    assert parse_day(typed_text(day)) == day
    assert typed_text(Duration(4, TimeUnit.HOURS)) == "4 hours"
    assert typed_text(None) == ""
