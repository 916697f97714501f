"""Headers and footers of others bring their words and pictures along, and nothing that acts."""

import pytest

from app.export.word.donor.archive import Archive
from app.export.word.donor.cleaning import EMBEDDED, FETCHED, cleaned, connected, field_remark
from tests.integration.export.word.donor.letterheads import (
    EXTERNAL,
    bare,
    logo,
    rewritten,
    with_header,
)
from tests.integration.export.word.reading import find, words

RUN = "<w:r><w:t>kept</w:t></w:r>"
PICT = '<w:r><w:pict><v:shape id="s"><v:imagedata r:id="rIdX"/></v:shape></w:pict></w:r>'
FAR = {"rIdX": ("image", "https://example.org/track.png", EXTERNAL)}


def header(xml, relations=None, added=None):
    data = rewritten(with_header(xml, relations), added=added)
    return cleaned(Archive(data), "word/header1.xml")


def test_words_logo_and_place_stay():
    found = header(RUN)

    assert "kept" in words(found.leaf.content)
    assert [image.data for image in found.leaf.images.values()] == [logo()]
    (ident,) = found.leaf.images
    assert find(found.leaf.content, f"//a:blip[@r:embed='{ident}']")
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("xml", "relations", "remark"),
    [
        ('<w:r><w:object><o:OLEObject r:id="rIdX"/></w:object></w:r>', FAR, EMBEDDED),
        ('<w:r><w:control r:id="rIdX"/></w:r>', FAR, EMBEDDED),
        (PICT, FAR, FETCHED),
        (PICT, {"rIdX": ("image", "file://host/share/x.png", EXTERNAL)}, FETCHED),
        (PICT, {"rIdX": ("oleObject", "media/image1.png", "")}, FETCHED),
        (PICT, {"rIdX": ("image", "media/none.png", "")}, FETCHED),
        (PICT, {"rIdX": ("image", "styles.xml", "")}, FETCHED),
        (PICT, {}, FETCHED),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
         "<w:r><w:instrText>DDEAUTO x</w:instrText></w:r>"
         '<w:r><w:fldChar w:fldCharType="end"/></w:r>', {}, field_remark(("DDEAUTO",))),
    ],
)  # fmt: skip
def test_what_acts_or_fetches_goes_and_is_told(xml, relations, remark):
    found = header(xml + RUN, relations)

    assert found.remarks == (remark,)
    assert words(found.leaf.content).endswith("kept")
    assert not find(found.leaf.content, "//w:object | //w:control | //v:imagedata | //w:instrText")
    assert "rIdX" not in {**found.leaf.images, **found.leaf.links}


@pytest.mark.parametrize(
    "xml",
    [
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x'/></w:sdtPr><w:sdtContent>%s</w:sdtContent>"
        "</w:sdt>",
        '<w:ins w:id="1" w:author="A">%s</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>gone'
        "</w:delText></w:r></w:del>",
        '<w:bookmarkStart w:id="1" w:name="_Toc000001"/>%s<w:bookmarkEnd w:id="1"/>',
        '<w:commentRangeStart w:id="1"/>%s<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>',
        '<w:hyperlink w:anchor="there">%s</w:hyperlink>',
        '<w:hyperlink r:id="rIdX">%s</w:hyperlink>',
        '<w:smartTag w:element="x">%s</w:smartTag>',
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>%s',
    ],
)
def test_wrappings_and_traces_of_editing_go_without_a_word(xml):
    relations = {"rIdX": ("hyperlink", "file:///c:/secret.docx", EXTERNAL)}

    found = header(xml % RUN, relations)

    assert words(found.leaf.content).endswith("kept")
    assert found.remarks == ()
    gone = "sdt ins del bookmarkStart commentRangeStart commentReference hyperlink smartTag numPr"
    assert not find(found.leaf.content, " | ".join(f"//w:{name}" for name in gone.split()))
    assert not found.leaf.links


def test_links_to_the_web_stay():
    relations = {"rIdX": ("hyperlink", "https://example.org/", EXTERNAL)}

    found = header(f'<w:hyperlink r:id="rIdX">{RUN}</w:hyperlink>', relations)

    assert found.leaf.links == {"rIdX": "https://example.org/"}


def test_shapes_lead_nowhere_by_themselves():
    shape = '<w:r><w:pict><v:shape id="s" href="https://example.org/" o:href="x"/></w:pict></w:r>'

    found = header(shape)

    assert (
        b"href"
        not in "".join(
            str(name) for each in find(found.leaf.content, "//v:shape") for name in each.attrib
        ).encode()
    )
    assert find(found.leaf.content, "//v:shape")


def test_a_theme_with_a_picture_of_unknown_kind_is_no_theme():
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<a:blip r:embed="rId1"/></a:theme>'
    )
    data = rewritten(bare(), lambda n, p: theme.encode() if n == "word/theme/theme1.xml" else p)

    assert connected(Archive(data), "word/theme/theme1.xml") is None
    assert connected(Archive(bare()), "word/theme/theme1.xml") is not None
