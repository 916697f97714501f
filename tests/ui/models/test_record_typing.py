"""Days and spans of time as people write them."""

from datetime import date

from app.domain.plan.dates import parse_date
from app.domain.plan.durations import Duration, TimeUnit
from ui.models.record_typing import typed_text


def test_what_is_shown_can_be_typed_again():
    day = date(2026, 3, 1)

    assert parse_date(typed_text(day)) == day
    assert typed_text(Duration(4, TimeUnit.HOURS)) == "4 hours"
    assert typed_text(None) == ""
