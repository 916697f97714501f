import pytest

from app.signing import pdf_liveliness
from app.signing.pdf_liveliness import NOTE, UNKNOWN, lively
from app.signing.pdf_reading import open_pdf
from tests.integration.signing import tampering
from tests.integration.signing.tampering import updated


def test_a_plan_does_nothing_by_itself(approved_pdf):
    assert lively(open_pdf(approved_pdf)) == ()


@pytest.mark.parametrize("change", [tampering.scripted, tampering.launching])
def test_scripts_and_programs_are_noted(plain_pdf, change):
    assert lively(open_pdf(updated(plain_pdf, change))) == (NOTE,)


def test_what_cannot_be_read_is_said_to_be_unknown(plain_pdf, monkeypatch):
    def fail(*_):
        raise ValueError

    monkeypatch.setattr(pdf_liveliness, "texts_in", fail)

    assert lively(open_pdf(plain_pdf)) == (UNKNOWN,)
