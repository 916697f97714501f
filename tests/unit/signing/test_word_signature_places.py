import pytest
from lxml import etree

from app.signing.word_signature_places import place_fault

DS = "http://www.w3.org/2000/09/xmldsig#"
XD = "http://uri.etsi.org/01903/v1.3.2#"
PROPERTIES = (
    '<xd:QualifyingProperties><xd:SignedProperties Id="p"/>{after}</xd:QualifyingProperties>'
)
GOOD = (
    '<Object Id="a"/><Object>' + PROPERTIES.format(after="<xd:UnsignedProperties/>") + "</Object>"
)


def fault(inside, signed="a p"):
    root = etree.fromstring(
        f'<Signature xmlns="{DS}" xmlns:xd="{XD}"><SignedInfo/><SignatureValue/><KeyInfo/>'
        f"{inside}</Signature>"
    )
    chosen = [each for each in root.iter() if each.get("Id") in signed.split()]
    return place_fault(root, chosen)


@pytest.mark.parametrize(
    ("inside", "signed"),
    [
        (GOOD, "a p"),
        ('<Object Id="a"/>', "a"),
        ("<Object>" + PROPERTIES.format(after="") + "</Object>", "p"),
        ('<Object Id="a">' + PROPERTIES.format(after="<xd:Other/>") + "</Object>", "a p"),
    ],
)
def test_what_is_signed_in_its_place_is_right(inside, signed):
    assert fault(inside, signed) == ""


@pytest.mark.parametrize(
    ("inside", "signed", "why"),
    [
        (GOOD, "a", "not signed"),
        (GOOD, "p", "not signed"),
        (GOOD + "<Object/>", "a p", "not signed"),
        (GOOD + '<x xmlns="urn:x"/>', "a p", "no part of a signature"),
        ('<Object Id="b"><Object Id="a"/></Object>', "a b", "signed element a was moved"),
        ('<Object Id="b"><x Id="p"/></Object>', "b p", "signed element p was moved"),
        ("<Object>" + PROPERTIES.format(after="<xd:Other/>") + "</Object>", "p", "not signed"),
        ("<Object>" + 2 * PROPERTIES.format(after="") + "</Object>", "p", "not signed"),
        ("<Object>" + PROPERTIES.format(after="") + "<Manifest/></Object>", "p", "not signed"),
        (
            "<Object>" + PROPERTIES.format(after="<xd:SignedProperties/>") + "</Object>",
            "p",
            "not signed",
        ),
    ],
)
def test_what_stands_elsewhere_or_unsigned_is_a_fault(inside, signed, why):
    assert why in fault(inside, signed)
