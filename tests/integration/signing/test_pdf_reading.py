import pytest

from app.signing.pdf_reading import UnreadablePdfError, open_pdf, signature_fields


def test_fields_come_in_the_order_of_the_form(sealed_pdf):
    fields = signature_fields(open_pdf(sealed_pdf))

    assert [field.name for field in fields] == ["Seal", "Author", "Reviewer", "Approver"]
    assert [field.signed for field in fields] == [True, False, False, False]


@pytest.mark.parametrize("length", range(0, 3000, 173))
def test_every_cut_of_a_pdf_is_unreadable(plain_pdf, length):
    with pytest.raises(UnreadablePdfError):
        open_pdf(plain_pdf[:length])
