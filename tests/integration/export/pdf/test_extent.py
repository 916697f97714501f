from app.domain.document.inline import plain
from app.domain.document.tree import PageBreak, Paragraph
from app.export.pdf.extent import extent
from app.export.pdf.render import render
from tests.builders import document

TEXT = Paragraph(plain("Some words of a text. " * 20))


def test_pages_are_counted_with_the_share_of_the_last():
    one, two = extent(document(TEXT)), extent(document(TEXT, TEXT))

    assert 1 < one < two < 2


def test_a_page_that_is_begun_counts_by_what_stands_on_it():
    made = document(TEXT, PageBreak(), TEXT)

    assert 2 < extent(made) < 2.2
    assert render(made).pages == 3


def test_it_never_says_less_than_there_are_pages():
    for count in (1, 20, 40, 80):
        made = document(*[TEXT] * count)

        assert render(made).pages - 1 < extent(made) <= render(made).pages
