from lxml import etree

from app.signing.word_elements import add, add_reference, base64_text, declaration
from app.signing.word_names import C14N, DS, RELATIONSHIP_TRANSFORM


def root():
    return etree.Element(f"{{{DS}}}R", nsmap=declaration(None, DS))


def test_an_element_is_text_and_never_markup():
    parent = root()

    add(parent, "T", "<b>&", Id="x")

    assert etree.tostring(parent[0]).endswith(b'Id="x">&lt;b&gt;&amp;</T>')


def test_a_reference_names_the_relationships_it_keeps():
    parent = root()

    value = add_reference(parent, "/x", transforms=[(RELATIONSHIP_TRANSFORM, ["r1"]), (C14N, ())])

    text = etree.tostring(parent).decode()
    assert 'SourceId="r1"' in text
    assert text.index("RelationshipTransform") < text.index("REC-xml-c14n")
    assert value.tag == f"{{{DS}}}DigestValue"


def test_base64_is_one_line():
    assert "\n" not in base64_text(b"x" * 500)
