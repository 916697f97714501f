from app.domain.document.anchors import anchors, texts
from app.domain.document.drawing import Drawing
from app.domain.document.inline import plain
from app.domain.document.tree import (
    Anchor,
    Callout,
    Cell,
    Column,
    Contents,
    Facts,
    Figure,
    Form,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    SignatureBox,
    Table,
)


def at(name):
    """Content with one place in it."""
    return (*plain("before "), Anchor(name), *plain("after"))


def test_places_are_found_wherever_text_can_stand_in_reading_order():
    body = (
        Heading(1, "One", "heading"),
        Paragraph(at("paragraph")),
        ListBlock((ListItem(at("item"), (ListBlock((ListItem(at("nested")),)),)),)),
        Facts((("Label", at("fact")),)),
        Callout("Title", (Paragraph(at("remark")), ListBlock((ListItem(at("point")),)))),
        Table("Caption", (Column("A"),), ((Cell((at("cell"), at("below"))),),), "table"),
        Figure("Caption", "", Drawing(1, 1, ()), "figure"),
    )

    assert list(anchors(body)) == [
        *("heading", "paragraph", "item", "nested", "fact", "remark", "point"),
        *("table", "cell", "below", "figure"),
    ]


def test_blocks_without_a_name_or_text_have_no_place():
    body = (
        Heading(1, "One", ""),
        Table("Caption", (Column("A"),), ()),
        Form("Form", ()),
        PageBreak(),
        Contents(),
        SignatureBox("field", "Label", "Sealed"),
    )

    assert list(anchors(body)) == []


def test_a_cell_without_a_column_is_never_printed_and_has_no_place():
    row = (Cell((at("shown"),)), Cell((at("lost"),)))

    assert list(anchors([Table("Caption", (Column("A"),), (row,))])) == ["shown"]


def test_equal_names_are_told_as_often_as_they_occur():
    assert list(anchors([Paragraph(at("same")), Paragraph(at("same"))])) == ["same", "same"]


def test_the_texts_of_a_block_are_its_inline_contents():
    assert list(texts(Callout("Title", (Paragraph(plain("a")),)))) == [plain("a")]
