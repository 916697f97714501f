from app.services.verifying import Coverage, Trust
from app.signing.pdf_coverage import Place
from app.signing.pdf_reading import open_pdf
from app.signing.pdf_signature_check import check_signature
from app.signing.signer import IdentitySigner
from tests.integration.signing.samples import FONT, statement
from tests.integration.signing.tampering import annotated, updated


def checked(data, *, first=True, last=True):
    signature = open_pdf(data).embedded_signatures[0]
    return check_signature(Place(data, signature, first=first, last=last), ())


def test_the_last_signature_must_cover_every_byte(sealed_pdf):
    report = checked(updated(sealed_pdf, annotated))

    assert report.intact
    assert not report.holds
    assert report.changes_after == "The document itself was changed."


def test_a_certifying_signature_is_compared_even_when_it_is_not_the_first(sealed_pdf):
    assert not checked(updated(sealed_pdf, annotated), first=False, last=False).holds


def test_who_what_when_and_how_much_are_read(sealed_pdf):
    report = checked(sealed_pdf)

    assert (report.field, report.slot) == ("Seal", "Seal")
    assert report.signer == "Ada Lovelace"
    assert report.meaning == "Sealed as CISO: MGC-IRP-001 version 3.0"
    assert report.signed_at is not None
    assert report.time_stamp is None
    assert report.coverage is Coverage.WHOLE_FILE
    assert report.trust is Trust.NONE
    assert report.profile is not None
    assert report.profile.text == "PAdES B-B"
    assert report.holds


def test_a_certificate_revoked_before_signing_does_not_count(plain_pdf, authority, verify_bytes):
    """Its issuer says so in a list that the file itself carries."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.generic import pdf_name

    person = authority.person("Eve")
    revoked = authority.revocations(person)

    def listed(writer):
        stream = writer.add_object(generic.StreamObject(stream_data=revoked))
        store = generic.DictionaryObject({pdf_name("/CRLs"): generic.ArrayObject([stream])})
        writer.root["/DSS"] = writer.add_object(store)
        writer.update_root()

    data = updated(plain_pdf, listed)
    signed = IdentitySigner(person, FONT).sign_pdf(data, statement(), field="Seal").data

    report = checked(signed)

    assert not report.holds
    assert "was revoked on 2026-01-03, before the signature was made" in report.problems[0]


def test_validation_data_may_follow_the_last_signature_and_nothing_else(sealed_pdf, authority):
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.generic import pdf_name

    def listed(writer, key="/CRLs"):
        stream = writer.add_object(generic.StreamObject(stream_data=authority.revocations()))
        store = generic.DictionaryObject({pdf_name(key): generic.ArrayObject([stream])})
        writer.root["/DSS"] = writer.add_object(store)
        writer.update_root()
        writer._update_meta = lambda: None

    def both(writer):
        listed(writer)
        annotated(writer)

    proved = checked(updated(sealed_pdf, listed))

    assert proved.holds
    assert proved.coverage is Coverage.EARLIER_REVISION
    assert "no signature covers them" in proved.remarks[0]
    assert not checked(updated(sealed_pdf, both)).holds
    assert not checked(updated(sealed_pdf, listed) + b"more").holds
