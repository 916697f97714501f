from app.signing.pdf_certification import MISPLACED, REMOVED, certification_problems
from app.signing.pdf_reading import open_pdf
from tests.integration.signing import tampering
from tests.integration.signing.tampering import updated


def problems(data):
    reader = open_pdf(data)
    return certification_problems(reader, reader.embedded_signatures)


def test_a_seal_that_certifies_first_is_as_it_should_be(sealed_pdf, approved_pdf, plain_pdf):
    assert problems(sealed_pdf) == []
    assert problems(approved_pdf) == []
    assert problems(plain_pdf) == []


def test_limits_cannot_be_taken_away(sealed_pdf):
    assert problems(updated(sealed_pdf, tampering.released)) == [REMOVED]


def test_another_signature_cannot_take_the_place(approved_pdf):
    def misplaced(writer):
        field = writer.root["/AcroForm"]["/Fields"][3]
        writer.root["/Perms"]["/DocMDP"] = field.raw_get("/V")
        writer.update_root()

    assert problems(updated(approved_pdf, misplaced)) == [MISPLACED]


def test_a_file_without_certification_cannot_gain_one(grace, plain_pdf):
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.generic import pdf_name

    from tests.integration.signing.samples import statement

    signed = grace.sign_pdf(plain_pdf, statement(), field="Author").data

    def named(writer):
        field = writer.root["/AcroForm"]["/Fields"][1]
        writer.root["/Perms"] = generic.DictionaryObject({pdf_name("/DocMDP"): field.raw_get("/V")})
        writer.update_root()

    assert problems(signed) == []
    assert problems(updated(signed, named)) == [MISPLACED]
