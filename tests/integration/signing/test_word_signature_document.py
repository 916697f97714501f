import pytest

from app.signing.word_package import read_package
from app.signing.word_signature_document import BadSignatureError, read_signature
from tests.integration.signing.samples import replacing, rezipped

PART = "/_xmlsignatures/sig1.xml"


def changed(data, old, new):
    return read_package(rezipped(data, {PART[1:]: replacing(old, new)}))


def test_the_three_objects_are_signed(signed_docx):
    document = read_signature(read_package(signed_docx), PART)

    assert set(document.signed_elements()) == {
        "idPackageObject",
        "idOfficeObject",
        "idSignedProperties",
    }
    assert document.value_is_right(document.certificates()[0])


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("</SignedInfo>", "</SignedInfo><SignedInfo/>", "SignedInfo is missing or there twice"),
        ("<Signature ", "<Signed ", "not well-formed"),
        ("</Signature>", "<?x y?></Signature>", "processing instructions"),
        ('Id="idOfficeV1Details"', 'ID="idPackageObject"', "twice"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(signed_docx, old, new, why):
    with pytest.raises(BadSignatureError, match=why):
        read_signature(changed(signed_docx, old, new), PART)


def test_a_damaged_certificate_is_refused(signed_docx):
    package = changed(signed_docx, "<X509Certificate>", "<X509Certificate>AAAA")

    with pytest.raises(BadSignatureError, match="damaged"):
        read_signature(package, PART).certificates()


def test_a_part_that_is_no_signature_is_refused(signed_docx):
    with pytest.raises(BadSignatureError, match="not an XML signature"):
        read_signature(read_package(signed_docx), "/word/document.xml")
