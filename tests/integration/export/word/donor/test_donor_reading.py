"""What a letterhead lends."""

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from app.export.word.donor.archive import Archive
from app.export.word.donor.geometry import NARROW
from app.export.word.donor.reading import TIED, read
from app.export.word.page import UPRIGHT
from tests.integration.export.word.donor.letterheads import (
    ADDRESS,
    EXTERNAL,
    R,
    as_template,
    bare,
    letterhead,
    rewritten,
    saved,
    with_header,
    with_two_sections,
)
from tests.integration.export.word.reading import find, words


def test_headers_footers_styles_theme_and_fonts_are_lent():
    lent = read(letterhead())

    assert set(lent.edges) == {
        (kind, place) for kind in ("default", "first") for place in ("header", "footer")
    }
    assert words(lent.edges["default", "footer"].content) == ADDRESS
    assert lent.styles is not None
    assert lent.theme is not None
    assert lent.fonts is not None
    assert lent.upright.margins.left == UPRIGHT.margins.left + round(2 * 56.69)
    assert lent.remarks == ()


def test_a_template_lends_the_same():
    document, template = read(letterhead()), read(as_template(letterhead()))

    assert set(template.edges) == set(document.edges)
    assert template.upright == document.upright


def test_a_bare_document_lends_styles_alone():
    lent = read(bare())

    assert not lent.edges
    assert lent.styles is not None


def test_a_document_without_styles_lends_what_it_has():
    def change(name, part):
        return part.replace(b"/styles", b"/nothing") if name.endswith("document.xml.rels") else part

    assert read(rewritten(letterhead(), change)).styles is None


def test_the_last_section_inherits_headers_and_switches_its_first_page_off():
    lent = read(with_two_sections())

    assert ("default", "header") in lent.edges
    made = docx.Document(io.BytesIO(with_two_sections()))
    assert made.sections[-1].different_first_page_header_footer is True
    made.sections[-1].different_first_page_header_footer = False
    assert ("first", "header") not in read(saved(made)).edges


def test_even_pages_count_only_where_they_are_switched_on():
    made = docx.Document(io.BytesIO(letterhead()))
    made.sections[0].even_page_header.paragraphs[0].text = "left"
    quiet = read(saved(made))
    made.settings.odd_and_even_pages_header_footer = True

    assert ("even", "header") not in quiet.edges
    assert words(read(saved(made)).edges["even", "header"].content) == "left"


def test_the_upright_section_decides_about_the_sheet():
    made = docx.Document(io.BytesIO(letterhead()))
    lying = made.add_section(WD_SECTION.NEW_PAGE)
    lying.orientation = WD_ORIENT.LANDSCAPE
    lying.page_width, lying.page_height = Mm(297), Mm(210)

    assert read(saved(made)).upright == read(letterhead()).upright


def test_a_letterhead_of_a_lying_sheet_alone_stays_lying():
    made = docx.Document(io.BytesIO(letterhead()))
    made.sections[0].page_width, made.sections[0].page_height = Mm(297), Mm(210)

    assert read(saved(made)).upright.landscape


def test_too_narrow_a_page_gives_way_and_is_told():
    made = docx.Document(io.BytesIO(letterhead()))
    made.sections[0].left_margin = Mm(140)

    lent = read(saved(made))

    assert lent.upright == UPRIGHT
    assert lent.remarks == (NARROW,)


def test_a_tie_to_a_template_elsewhere_is_told():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/attachedTemplate"{EXTERNAL} '
        'Target="https://example.org/evil.dotm"/></Relationships>'
    )
    tied = rewritten(letterhead(), added={"word/_rels/settings.xml.rels": rels.encode()})

    assert read(tied).remarks == (TIED,)


def test_fonts_come_without_their_files():
    font = b'<w:font w:name="House"><w:charset w:characterSet="utf-8"/><w:embedRegular r:id="x"/>'
    table = b"</w:font></w:fonts>"

    def change(name, part):
        return part.replace(b"</w:fonts>", font + table) if name.endswith("fontTable.xml") else part

    fonts = read(rewritten(letterhead(), change)).fonts

    assert fonts is not None
    assert find(fonts, "w:font[@w:name='House']")
    assert not find(fonts, "//w:embedRegular | //w:charset")


@pytest.mark.parametrize("remarked", [1, 2])
def test_the_same_remark_is_made_once(remarked):
    run = "<w:r><w:object/></w:r>" * remarked

    assert len(read(with_header(run)).remarks) == 1


def test_footnotes_comments_and_custom_parts_are_never_read():
    added = {"word/comments.xml": b"<broken", "customXml/item9.xml": b"<broken"}

    assert read(rewritten(letterhead(), added=added)).remarks == ()
    assert Archive(rewritten(letterhead(), added=added)).has("word/comments.xml")
