import pytest

from app.services.signing import Identities, Signer
from app.services.verifying import Verifier
from app.signing import FileIdentities, verify
from app.signing.errors import StatementError
from tests.integration.signing.samples import FONT, statement


def test_the_adapters_fit_their_ports(ada):
    signer: Signer = ada
    identities: Identities = FileIdentities(FONT)
    verifier: Verifier = verify

    assert signer.facts.organisation == "Meridian Grid Co-operative"
    assert identities is not None
    assert verifier is not None


def test_both_kinds_of_document_refuse_a_statement_that_cannot_be_printed(
    ada, plain_pdf, plain_docx
):
    broken = statement("Approved\0")

    with pytest.raises(StatementError):
        ada.sign_pdf(plain_pdf, broken, field="Seal")
    with pytest.raises(StatementError):
        ada.sign_word(plain_docx, broken)
