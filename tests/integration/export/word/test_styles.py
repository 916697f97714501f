"""The style sheet defines every style the document uses."""

from app.export.word.styles import styles
from tests.integration.export.word.reading import find, part, value

IDENT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId"
VALUE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"


def test_every_style_used_is_defined(rendered):
    defined = {style.get(IDENT) for style in find(styles("en"), "w:style")}
    parts = ("document", "header", "headerWide", "headerCover", "footer", "footerWide")

    used = {
        style.get(VALUE)
        for name in parts
        for style in find(
            part(rendered, f"word/{name}.xml"), "//w:pStyle | //w:rStyle | //w:tblStyle"
        )
    }

    assert used <= defined
    assert "Heading1" in used


def test_every_base_and_next_style_is_defined():
    sheet = styles("en")

    defined = {style.get(IDENT) for style in find(sheet, "w:style")}
    named = {style.get(VALUE) for style in find(sheet, "w:style/w:basedOn | w:style/w:next")}
    assert named <= defined


def test_no_style_is_defined_twice():
    idents = [style.get(IDENT) for style in find(styles("en"), "w:style")]

    assert len(idents) == len(set(idents))


def test_heading_styles_carry_outline_level_and_number():
    sheet = styles("en")

    for level in range(3):
        style = f"w:style[@w:styleId='Heading{level + 1}']/w:pPr"
        assert value(sheet, f"{style}/w:outlineLvl") == str(level)
        assert value(sheet, f"{style}/w:numPr/w:ilvl") == str(level)


def test_the_language_of_the_plan_is_the_default():
    assert value(styles("fr-FR"), "w:docDefaults//w:lang") == "fr-FR"
