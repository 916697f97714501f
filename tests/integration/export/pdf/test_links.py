from io import BytesIO

import pikepdf

from app.domain.document.inline import Link, plain
from app.domain.document.tree import CrossReference, Heading, Paragraph
from app.export.pdf.render import render
from tests.integration.export.pdf.sample import document

BODY = (
    Paragraph(
        (
            Link("https://example.org/ü", plain("there")),
            Link("javascript:alert(1)", plain("nowhere")),
            CrossReference("odd anchor/#%é", "the end"),
        )
    ),
    Heading(1, "End", "odd anchor/#%é", new_page=True),
)


def test_links_lead_where_they_say():
    with pikepdf.open(BytesIO(render(document(body=BODY)).data)) as pdf:
        web, inner = pdf.pages[1].Annots

        assert str(web.A.URI) == "https://example.org/%C3%BC"
        assert inner.Dest[0].objgen == pdf.pages[2].obj.objgen
        assert str(inner.Contents) == "the end"


def test_a_link_over_several_lines_is_one_element():
    long = Paragraph((Link("https://example.org", plain("words " * 60)),))

    with pikepdf.open(BytesIO(render(document(body=(long,))).data)) as pdf:
        annotations = list(pdf.pages[1].Annots)
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(k): v for k, v in zip(numbers[::2], numbers[1::2], strict=True)}

        assert len(annotations) > 2
        assert len({owners[int(a.StructParent)].objgen for a in annotations}) == 1
