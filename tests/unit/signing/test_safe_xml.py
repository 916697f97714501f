import pytest
from lxml import etree

from app.signing.safe_xml import BadXmlError, canonical, parse_xml


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a><a/>".encode("utf-16"),
    ],
)
def test_broken_xml_and_document_types_are_refused(data):
    with pytest.raises(BadXmlError):
        parse_xml(data)


def test_grandchildren_of_an_inner_element_get_no_spurious_namespace():
    root = parse_xml(b'<a xmlns="urn:x"><b><c><d/></c></b></a>')

    assert canonical(root[0]) == b'<b xmlns="urn:x"><c><d></d></c></b>'


def test_canonical_form_sorts_attributes_and_drops_comments():
    root = parse_xml(b"<a z='1' b=\"2\"><!-- x --><c/></a>")

    assert canonical(root) == b'<a b="2" z="1"><c></c></a>'


def test_text_after_an_element_is_not_part_of_it():
    root = parse_xml(b"<a><b/>tail</a>")

    assert canonical(root[0]) == b"<b></b>"
    assert etree.tostring(root) == b"<a><b/>tail</a>"


def test_relative_namespaces_have_no_canonical_form():
    with pytest.raises(BadXmlError):
        canonical(parse_xml(b'<a xmlns="b"><c/></a>'))
