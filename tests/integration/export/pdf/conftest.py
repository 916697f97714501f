"""The sample plan, rendered once a run, and its pages as text."""

import pypdfium2
import pytest

from app.export.pdf.render import render
from app.export.pdf.result import PdfResult
from tests.integration.export.pdf.sample import document


def page_texts(data: bytes) -> list[str]:
    """The words of every page, as a reader program finds them."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


@pytest.fixture(scope="session")
def result() -> PdfResult:
    return render(document())


@pytest.fixture(scope="session")
def pages(result: PdfResult) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(result.data)]
