from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_signature_check import check_signature
from tests.integration.signing.tampering import annotated, updated


def test_the_last_signature_must_cover_every_byte(sealed_pdf):
    data = updated(sealed_pdf, annotated)
    signature = PdfFileReader(BytesIO(data)).embedded_signatures[0]

    report = check_signature(data, signature, (), first=True, last=True)

    assert report.intact
    assert not report.holds
    assert report.changes_after == "The document itself was changed."


def test_a_certifying_signature_is_compared_even_when_it_is_not_the_first(sealed_pdf):
    data = updated(sealed_pdf, annotated)
    signature = PdfFileReader(BytesIO(data)).embedded_signatures[0]

    report = check_signature(data, signature, (), first=False, last=False)

    assert not report.holds
