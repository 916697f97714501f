"""Where two files of one document say something else than the document, and so than each other."""

from collections.abc import Iterator

from app.domain.document.outline import Outline, OutlineHeading, differences, outline
from app.domain.document.tree import Contents, Document, Heading
from app.export.characters import one_line, spans
from app.export.parity.pdf_outline import pdf_outline
from app.export.typefaces import Face
from app.export.word.legible import legible
from app.export.word.outline import outline as word_outline


def file_differences(document: Document, pdf: bytes, docx: bytes) -> tuple[str, ...]:
    """Where headings, tables, their numbers or their order differ; a sentence each.

    Both files are read back. Either may show a sign of its own for a character it cannot hold.
    """
    wanted = outline(document)
    printed = Outline(tuple(_titles(document, wanted)), wanted.tables)
    return (
        *(f"Word file: {said}" for said in differences(wanted, word_outline(docx), _typed)),
        *(f"PDF: {said}" for said in differences(printed, pdf_outline(pdf), _drawn)),
    )


def _titles(document: Document, wanted: Outline) -> Iterator[OutlineHeading]:
    """In the PDF the title of the contents is a heading as well."""
    titles = iter(wanted.headings)
    for block in document.body:
        if isinstance(block, Heading):
            yield next(titles)
        elif isinstance(block, Contents):
            yield OutlineHeading(1, "", document.wording.contents)


def _typed(text: str) -> str:
    """`text` as a Word file holds it, without white space."""
    return "".join(legible(text).split())


def _drawn(text: str) -> str:
    """`text` as the fonts of the PDF draw it, without the white space lines break at."""
    drawn = "".join(span.text for span in spans(one_line(text), Face.REGULAR))
    return "".join(drawn.split())
