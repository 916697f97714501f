"""The level found is the level that was made, and never more."""

import pytest

from app.services.proving.slots import NONE
from app.services.signing import Level, Stamping
from app.signing import pdf_levels
from app.signing.pdf_levels import proofs_in
from app.signing.pdf_reading import open_pdf
from app.signing.signer import IdentitySigner
from app.signing.validation_data import Proofs
from tests.integration.signing.samples import FONT, made_identity, statement


@pytest.fixture
def made(plain_pdf, authority, server, tmp_path):
    def make(level, identity=None):
        crl = tmp_path / "root.crl"
        crl.write_bytes(authority.revocations())
        stamping = Stamping(server.at("/stamp"), level, (crl,))
        signer = IdentitySigner(identity or authority.person(), FONT, stamping)
        return signer.sign_pdf(plain_pdf, statement(), field="Seal").data

    return make


def found(report):
    return [each.profile.text for each in report.signatures]


@pytest.mark.parametrize("level", list(Level)[1:])
def test_what_was_made_is_found(made, verify_bytes, level):
    assert found(verify_bytes(made(level), required=NONE)) == [f"PAdES {level.value}"]


def test_who_vouches_for_nobody_but_themselves_reaches_no_lasting_level(made, verify_bytes):
    assert found(verify_bytes(made(Level.B_LTA, made_identity()))) == ["PAdES B-T"]


@pytest.mark.parametrize("kind", ["lists", "certificates"])
def test_without_its_proofs_the_level_is_lower(made, verify_bytes, monkeypatch, kind):
    data = made(Level.B_LTA)
    whole = proofs_in(open_pdf(data))
    assert whole.lists
    kept = {"certificates": Proofs(certificates=whole.certificates), "lists": Proofs()}
    monkeypatch.setattr(pdf_levels, "proofs_in", lambda _: kept[kind])

    assert found(verify_bytes(data)) == ["PAdES B-T"]


def test_a_stamp_that_does_not_hold_lifts_nothing(made, verify_bytes, monkeypatch):
    data = made(Level.B_T)
    monkeypatch.setattr("app.signing.stamp_check.ACCEPTED_DIGESTS", frozenset())

    report = verify_bytes(data)

    assert found(report) == ["PAdES B-B"]
    assert not report.signatures[0].holds


def test_a_store_that_cannot_be_read_proves_nothing(plain_pdf, monkeypatch, made):
    assert proofs_in(open_pdf(plain_pdf)) == Proofs()
    data = made(Level.B_LT)
    monkeypatch.setattr(pdf_levels, "MOST_PROOFS", 0)
    assert proofs_in(open_pdf(data)) == Proofs()


def test_an_older_form_has_no_level(plain_pdf, grace, verify_bytes):
    from io import BytesIO

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    from tests.integration.signing.samples import simple_signer

    metadata = PdfSignatureMetadata(
        field_name="Seal", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    )
    signer = PdfSigner(metadata, simple_signer(grace.identity))
    data = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()

    report = verify_bytes(data)

    assert found(report) == ["plain CMS"]
    assert report.signatures[0].holds
