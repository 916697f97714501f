"""Values become XML literally."""

from lxml import etree

from app.export.word.oxml import NAMESPACES, element, root, serialised, text_element, w


def test_text_and_attributes_are_never_markup():
    made = w("p", text_element("w:t", "</w:t> & <b>"), name='"><x>')

    read = etree.fromstring(serialised(root("w:document", ("w",), made)))

    assert read[0][0].text == "</w:t> & <b>"
    assert read[0].get(f"{{{NAMESPACES['w']}}}name") == '"><x>'


def test_white_space_is_kept():
    made = text_element("w:t", "  two  ")

    assert made.get(f"{{{NAMESPACES['xml']}}}space") == "preserve"
    assert made.text == "  two  "


def test_control_characters_are_replaced_in_text_and_attributes():
    made = element("v:shape", {"string": "a\0b"})

    assert made.get("string") == "a\ufffdb"
    assert text_element("w:t", "a\0b").text == "a\ufffdb"


def test_children_that_are_none_are_left_out():
    assert len(w("p", None, w("r"), None)) == 1


def test_a_part_declares_each_namespace_once():
    data = serialised(root("w:document", ("w", "r"), w("body", w("p"), w("p"))))

    assert data.count(b"xmlns:w=") == 1
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
