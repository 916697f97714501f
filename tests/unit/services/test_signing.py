import pytest

from app.domain.errors import IrplanError
from app.services.signing import (
    DEFAULT_VALIDITY_YEARS,
    IdentityRequest,
    Signer,
    SigningError,
    Statement,
)
from tests.builders import NOON
from tests.fakes import FakeSigner


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (Statement(NOON, "Approved"), "Approved"),
        (Statement(NOON, "Approved", role="CISO"), "Approved as CISO"),
        (Statement(NOON, "Approved", "IRP-1 3.0"), "Approved: IRP-1 3.0"),
        (Statement(NOON, "Approved", "IRP-1 3.0", "CISO", "Hull"), "Approved as CISO: IRP-1 3.0"),
    ],
)
def test_a_statement_reads_as_one_line(statement, text):
    assert statement.text == text


def test_a_refusal_to_sign_is_an_expected_failure():
    assert issubclass(SigningError, IrplanError)
    assert SigningError("The passphrase is wrong.").code == "signing.failed"


def test_a_new_identity_lasts_some_years_unless_stated():
    request = IdentityRequest("Ada", "ada@example.org", "Harbour")

    assert (request.years, request.unit, request.country) == (DEFAULT_VALIDITY_YEARS, "", "")


def test_whoever_signs_shows_a_certificate():
    signer: Signer = FakeSigner()

    assert signer.facts.self_signed
