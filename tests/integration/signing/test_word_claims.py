from app.signing.word_claims import claims_in, named_certificate, names_certificate
from app.signing.word_package import read_package
from app.signing.word_signature_document import read_signature
from tests.integration.signing.samples import SIGNED, made_identity


def test_claims_come_from_signed_elements_only(signed_docx):
    document = read_signature(read_package(signed_docx), "/_xmlsignatures/sig1.xml")
    signed = document.signed_elements()

    assert claims_in(signed).signed_at == SIGNED
    assert claims_in({}).signed_at is None
    assert claims_in({}).meaning == ""


def test_the_named_certificate_is_found_among_others(signed_docx):
    document = read_signature(read_package(signed_docx), "/_xmlsignatures/sig1.xml")
    signed, (own,) = document.signed_elements(), document.certificates()
    other = made_identity().certificate

    assert names_certificate(signed)
    assert named_certificate(signed, [other, own]) == own
    assert named_certificate(signed, [other]) is None
