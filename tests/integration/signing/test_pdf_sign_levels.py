"""Signatures of every level: what they carry along, and what others make of them."""

from dataclasses import replace
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.export.pdf.render import render
from app.services.signing import Level, Stamping
from app.services.verifying import Verdict
from app.signing import time_stamp, web_request
from app.signing.errors import CertificateRevokedError
from app.signing.pdf_sign import NO_SEAL_LATER
from app.signing.signer import IdentitySigner
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.sample import document
from tests.integration.signing.samples import FALLBACK, FONT, statement, unsigned_pdf

ORDER = ("Seal", "Author", "Reviewer", "Approver")


@pytest.fixture
def crl(authority, tmp_path):
    file = tmp_path / "root.crl"
    file.write_bytes(authority.revocations())
    return file


def signer(authority, address="", level=Level.B_T, crls=(), name="Ada Lovelace"):
    return IdentitySigner(authority.person(name), FONT, Stamping(address, level, tuple(crls)))


def sealed(signer, data):
    return signer.sign_pdf(data, statement("Sealed"), field="Seal", certify=True)


def last(data):
    return PdfFileReader(BytesIO(data)).embedded_signatures[-1]


@pytest.mark.parametrize("level", list(Level))
def test_each_level_is_reached_and_covers_the_whole_file(
    plain_pdf, authority, server, crl, level, verify_bytes
):
    signed = sealed(signer(authority, server.at("/stamp"), level, [crl]), plain_pdf)

    assert (signed.level, signed.remarks) == (level, ())
    assert signed.data.startswith(plain_pdf)
    signature = last(signed.data)
    signature.compute_integrity_info()
    assert signature.coverage is SignatureCoverageLevel.ENTIRE_FILE
    report = verify_bytes(signed.data)
    assert report.verdict is not Verdict.INVALID
    assert report.signatures[0].holds


@pytest.mark.parametrize("level", list(Level))
def test_four_people_sign_in_order_at_each_level(
    plain_pdf, authority, server, crl, level, verify_bytes
):
    data = plain_pdf
    for field in ORDER:
        person = signer(authority, server.at("/stamp"), level, [crl], f"The {field}")
        signed = person.sign_pdf(data, statement(field), field=field, certify=field == "Seal")
        assert (signed.level, signed.remarks) == (level, ())
        assert signed.data.startswith(data)
        data = signed.data

    report = verify_bytes(data, authority.root.certificate.public_bytes(Encoding.DER))

    assert report.verdict is Verdict.VALID
    assert [each.field for each in report.signatures if each.field in ORDER] == list(ORDER)


@pytest.mark.parametrize("path", ["/refuse", "/rubbish", "/other-nonce", "/altered", "/flaky"])
def test_a_failing_authority_leaves_a_plain_signature_that_says_so(
    plain_pdf, authority, server, path, verify_bytes
):
    signed = sealed(signer(authority, server.at(path)), plain_pdf)

    assert signed.level is Level.B_B
    (remark,) = signed.remarks
    assert "The signature holds without one, which can be added later." in remark
    assert verify_bytes(signed.data).signatures[0].holds


def test_a_lasting_stamp_that_cannot_be_had_costs_one_level(
    plain_pdf, authority, server, crl, monkeypatch
):
    """Sample and stamp are given, the third one is not."""
    asked = web_request.ask
    paths = iter(["/stamp", "/stamp", "/refuse"])

    def ask(question):
        return asked(replace(question, address=server.at(next(paths))))

    monkeypatch.setattr(time_stamp, "ask", ask)

    signed = sealed(signer(authority, server.at("/stamp"), Level.B_LTA, [crl]), plain_pdf)

    assert signed.level is Level.B_LT
    assert "can be added later" in signed.remarks[0]
    assert last(signed.data).field_name == "Seal"


def test_a_revoked_identity_does_not_sign(plain_pdf, authority, server, tmp_path):
    person, file = authority.person(), tmp_path / "root.crl"
    file.write_bytes(authority.revocations(person))
    stamping = Stamping(server.at("/stamp"), Level.B_LT, (file,))

    with pytest.raises(CertificateRevokedError):
        sealed(IdentitySigner(person, FONT, stamping), plain_pdf)


def test_who_signs_before_the_seal_is_told_what_it_costs(plain_pdf, authority):
    first = signer(authority).sign_pdf(plain_pdf, statement(), field="Author")
    second = signer(authority).sign_pdf(first.data, statement(), field="Reviewer")

    assert first.remarks == (NO_SEAL_LATER,)
    assert second.remarks == ()


def test_the_seal_itself_and_files_without_one_need_no_such_word(plain_pdf, authority):
    assert sealed(signer(authority), plain_pdf).remarks == ()
    alone = unsigned_pdf(("Approver",))
    assert signer(authority).sign_pdf(alone, statement(), field="Approver").remarks == ()


@pytest.fixture(scope="module")
def exported():
    """A plan as the product renders it: archivable and accessible."""
    return render(document()).data


@pytest.mark.parametrize("level", list(Level))
def test_a_signed_plan_stays_archivable_and_accessible(exported, authority, server, crl, level):
    data = exported
    assert findings(data) == []
    for field in ("Seal", "Author", "Reviewer", "Approver"):
        person = authority.person(f"Ζωή {field}")
        stamping = Stamping(server.at("/stamp"), level, (crl,))
        signed = IdentitySigner(person, FONT, stamping, FALLBACK).sign_pdf(
            data, statement(field, role="☑ 漢"), field=field, certify=field == "Seal"
        )
        assert signed.level is level
        data = signed.data

    # A stamp over the document has no place on a page, which ISO 14289-1 (7.18.1) and ISO 19005-2
    # (6.3) except; our assertions know only fields that people see.
    assert findings(data) == []
