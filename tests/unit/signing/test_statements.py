import datetime as dt

import pytest

from app.services.signing import Statement
from app.signing.errors import StatementError
from app.signing.statements import checked

ATHENS = dt.timezone(dt.timedelta(hours=2))
NOON = dt.datetime(2026, 11, 21, 12, 0, 0, 999, tzinfo=ATHENS)


def test_the_time_becomes_utc_in_whole_seconds():
    assert checked(Statement(NOON, "Approved")).signed_at.isoformat() == (
        "2026-11-21T10:00:00+00:00"
    )


@pytest.mark.parametrize("text", ["Γδ · 漢字 🐴", "Approuvé\u00a0!", "a & <b> %s {{x}}"])
def test_any_printable_text_can_be_signed(text):
    assert checked(Statement(NOON, text)).meaning == text


@pytest.mark.parametrize("text", ["", "  "])
def test_a_signature_must_mean_something(text):
    with pytest.raises(StatementError) as caught:
        checked(Statement(NOON, text))

    assert caught.value.params == {"field": "meaning"}


@pytest.mark.parametrize("text", ["a\nb", "a\0", "\ud800", "\u202eevil", "x" * 1001])
@pytest.mark.parametrize("field", ["reason", "role", "location"])
def test_text_that_cannot_be_printed_is_refused(field, text):
    with pytest.raises(StatementError) as caught:
        checked(Statement(NOON, "Approved", **{field: text}))

    assert caught.value.params == {"field": field}
