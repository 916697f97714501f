from app.services.verifying import Coverage
from app.signing.pdf_cms import PdfStanding
from app.signing.pdf_coverage import Place, changes_after, coverage_of, coverage_problems
from app.signing.pdf_reading import open_pdf
from tests.integration.signing import tampering
from tests.integration.signing.tampering import updated


def place(data, number=0, **changes):
    signatures = open_pdf(data).embedded_signatures
    signature = signatures[number]
    signature.compute_integrity_info(skip_diff=True)
    values = {"first": number == 0, "last": number == len(signatures) - 1}
    return Place(data, signature, **(values | changes))


def test_what_is_covered_is_told(approved_pdf):
    assert coverage_of(place(approved_pdf, 0).signature) is Coverage.EARLIER_REVISION
    assert coverage_of(place(approved_pdf, 1).signature) is Coverage.WHOLE_FILE


def test_only_the_last_one_has_to_cover_every_byte(sealed_pdf):
    longer = updated(sealed_pdf, tampering.annotated)

    assert coverage_problems(place(longer)) == [
        "Bytes were appended to the file after its last signature."
    ]
    assert coverage_problems(place(longer, last=False)) == []


def test_a_part_of_the_file_is_not_enough(sealed_pdf):
    narrow = tampering.shorter_range(sealed_pdf)

    (problem,) = coverage_problems(place(narrow))

    assert "does not cover the whole of its revision" in problem


def test_revisions_are_compared_for_the_first_and_for_those_that_set_limits(approved_pdf):
    assert place(approved_pdf, 0).compare
    assert place(approved_pdf, 0, first=False).compare
    assert not place(approved_pdf, 1).compare


def test_what_came_later_is_told_in_a_sentence(approved_pdf):
    unknown = PdfStanding(intact=True, valid=True)

    assert changes_after(place(approved_pdf, 1), unknown) == ""
    assert "judges what else was" in changes_after(place(approved_pdf, 0), unknown)
    assert changes_after(place(approved_pdf, 0), PdfStanding(True, True, False)) == (
        "The document itself was changed."
    )
