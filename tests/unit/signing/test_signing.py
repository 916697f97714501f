import datetime as dt

import pytest

from app.services.signing import Statement

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("reason", "role", "text"),
    [
        ("", "", "Approved"),
        ("IRP-1 3.0", "", "Approved: IRP-1 3.0"),
        ("", "CISO", "Approved as CISO"),
        ("IRP-1 3.0", "CISO", "Approved as CISO: IRP-1 3.0"),
    ],
)
def test_a_statement_is_one_line(reason, role, text):
    assert Statement(NOON, "Approved", reason, role).text == text
