import pytest

from app.signing.pdf_reading import (
    MOST_AFTER_END,
    MOST_OBJECTS,
    UnreadablePdfError,
    open_pdf,
    signature_fields,
)


def test_fields_come_in_the_order_of_the_form(sealed_pdf):
    fields = signature_fields(open_pdf(sealed_pdf))

    assert [field.name for field in fields] == ["Seal", "Author", "Reviewer", "Approver"]
    assert [field.signed for field in fields] == [True, False, False, False]


@pytest.mark.parametrize("length", range(0, 3000, 173))
def test_every_cut_of_a_pdf_is_unreadable(plain_pdf, length):
    with pytest.raises(UnreadablePdfError):
        open_pdf(plain_pdf[:length])


def test_what_follows_the_end_is_not_searched_for_minutes(plain_pdf):
    with pytest.raises(UnreadablePdfError, match="does not end like a PDF"):
        open_pdf(plain_pdf + bytes(MOST_AFTER_END))


def test_a_little_after_the_end_is_left_to_others_to_judge(plain_pdf):
    assert open_pdf(plain_pdf + b"junk").root["/Pages"]["/Count"] > 0


def test_a_table_of_more_objects_than_any_plan_has_is_not_read():
    rows = b"0000000009 00000 n \n" * (MOST_OBJECTS + 1)
    table = b"xref\n0 %d\n%strailer<</Size 1/Root 1 0 R>>\nstartxref\n9\n%%%%EOF"

    with pytest.raises(UnreadablePdfError, match="more objects than any plan"):
        open_pdf(b"%PDF-1.7\n" + table % (MOST_OBJECTS + 1, rows))
