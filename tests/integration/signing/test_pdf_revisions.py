from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_revisions import gap_is_the_signature, original_length, properties_changed
from tests.integration.signing.tampering import annotated, retitled, updated


def opened(data):
    reader = PdfFileReader(BytesIO(data))
    return reader, reader.embedded_signatures[0]


def test_the_original_is_found_below_two_signatures(approved_pdf, plain_pdf):
    assert original_length(approved_pdf, *opened(approved_pdf)) == len(plain_pdf)


def test_only_a_new_title_counts_as_changed_properties(sealed_pdf):
    for change, expected in ((retitled, True), (annotated, False)):
        data = updated(sealed_pdf, change)
        assert properties_changed(*opened(data)) is expected


def test_the_gap_holds_the_signature_and_nothing_else(sealed_pdf):
    _, signature = opened(sealed_pdf)
    start = int(signature.byte_range[1])
    smuggled = sealed_pdf[: start + 1] + b"zz" + sealed_pdf[start + 3 :]

    assert gap_is_the_signature(sealed_pdf, signature)
    assert not gap_is_the_signature(smuggled, signature)
    assert not gap_is_the_signature(sealed_pdf[:-1], signature)


def test_nothing_can_hide_in_the_padding_of_the_signature(sealed_pdf):
    reader = PdfFileReader(BytesIO(sealed_pdf))
    end = int(reader.embedded_signatures[0].byte_range[2])
    hidden = sealed_pdf[: end - 3] + b"41" + sealed_pdf[end - 1 :]

    assert not gap_is_the_signature(hidden, opened(hidden)[1])
