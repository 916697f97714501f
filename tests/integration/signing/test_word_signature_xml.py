from lxml import etree

from app.signing.word_elements import declaration
from app.signing.word_names import DS, XADES
from app.signing.word_signature_xml import add_office_object, add_xades_object
from tests.integration.signing.samples import made_identity, statement


def signature():
    return etree.Element(f"{{{DS}}}Signature", nsmap=declaration(None, DS))


def test_words_comment_is_cut_to_what_word_allows_but_the_statement_is_whole():
    long = statement(reason="x" * 400)
    root = signature()

    office = add_office_object(root, long)
    properties = add_xades_object(root, made_identity().certificate, long)

    assert len(office.findtext(".//{*}SignatureComments") or "") == 255
    assert properties.findtext(f".//{{{XADES}}}CommitmentTypeQualifier") == long.text


def test_xades_properties_stand_in_the_order_of_the_schema():
    properties = add_xades_object(
        signature(), made_identity().certificate, statement(location="Athens")
    )

    assert [etree.QName(each).localname for each in properties[0]] == [
        *("SigningTime", "SigningCertificate", "SignaturePolicyIdentifier"),
        *("SignatureProductionPlace", "SignerRole"),
    ]


def test_an_office_object_says_nothing_about_the_machine():
    office = add_office_object(signature(), statement())

    assert office.findtext(".//{*}WindowsVersion") == "10.0"
    assert office.findtext(".//{*}SignatureProviderUrl") in (None, "")
