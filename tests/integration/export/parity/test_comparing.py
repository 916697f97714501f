"""A departure in either file is told; none where both say the same."""

import io
import time
from dataclasses import replace

import docx
import pikepdf
import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Column, Contents, Document, Heading, Paragraph, Table
from app.export.parity.comparing import file_differences
from app.export.pdf.render import render as render_pdf
from app.export.word.render import render as render_word
from tests.integration.export.word.specimen import document, plan


def both(made: Document) -> tuple[bytes, bytes]:
    return render_pdf(made).data, render_word(made, {}).data


def test_two_files_of_one_document_agree(pdf, word):
    assert file_differences(plan(), pdf, word) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A & B <c>",
        "שלום مرحبا 漢字 👩\u200d🚒🏽",
        "e\u0301 composed",
        "NUL\0 and ESC\x1b[31m",
        "pay\u202egpj.exe",
        "tab\tand\nline",
        "(EMC) \\ /MCID 0>> BDC",
        "soft\u00adhyphen, non-breaking\u00a0space",
        "W" * 200,
        "",
    ],
)
def test_text_that_one_of_them_cannot_show_is_no_difference(text):
    made = document(
        Contents(),
        Heading(1, text, "a"),
        Table(text, (Column(text),), (), "t"),
        Heading(2, "B", "b"),
    )

    assert file_differences(made, *both(made)) == ()


def changed(body):
    return replace(plan(), body=body)


def without(kind):
    body = plan().body
    place = next(at for at, block in enumerate(body) if isinstance(block, kind))
    return changed((*body[:place], *body[place + 1 :]))


def renamed(kind, **fields):
    body = plan().body
    place = next(at for at, block in enumerate(body) if isinstance(block, kind))
    return changed((*body[:place], replace(body[place], **fields), *body[place + 1 :]))


def swapped():
    body = list(plan().body)
    first, second = [at for at, block in enumerate(body) if isinstance(block, Table)][:2]
    body[first], body[second] = body[second], body[first]
    return changed(tuple(body))


FAULTS = {
    "a heading less": without(Heading),
    "a heading of other words": renamed(Heading, text="Purposes"),
    "a heading on another level": renamed(Heading, level=2),
    "a heading without its number": renamed(Heading, numbered=False),
    "a table less": without(Table),
    "a table of another caption": renamed(Table, caption="Other"),
    "tables in another order": swapped(),
    "no rows": renamed(Table, rows=()),
    "another head": renamed(Table, columns=tuple(Column(name) for name in "ABCD")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_pdf_is_told(fault, word):
    faulty = render_pdf(FAULTS[fault]).data

    told = file_differences(plan(), faulty, word)

    assert told
    assert all(said.startswith("PDF: ") for said in told)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_word_file_is_told(fault, pdf):
    faulty = render_word(FAULTS[fault], {}).data

    told = file_differences(plan(), pdf, faulty)

    assert told
    assert all(said.startswith("Word file: ") for said in told)


def test_another_number_of_a_table_is_told(pdf, word):
    made = docx.Document(io.BytesIO(word))
    caption = next(one for one in made.paragraphs if one.text.startswith("Table 2"))
    next(run for run in caption.runs if run.text == "2").text = "7"
    target = io.BytesIO()
    made.save(target)

    (told,) = file_differences(plan(), pdf, target.getvalue())

    assert "is '7. Decision authority" in told


def test_the_files_are_read_not_what_was_meant(pdf, word):
    """A PDF whose pages print something else than its structure was made for."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            content = page.Contents.read_bytes()
            page.Contents = opened.make_stream(content.replace(b"Aims", b"Sins"))
        opened.save(target)

    (told,) = file_differences(plan(), target.getvalue(), word)

    assert "Sins" in told
    assert "Aims" in told


def test_a_long_document_is_compared_in_little_time():
    body: list[Block] = [Contents()]
    for number in range(60):
        body.append(Heading(1, f"Part {number}", f"p{number}"))
        body += [Paragraph(plain("word " * 120))] * 6
    made = document(*body)
    files = both(made)
    started = time.process_time()

    assert file_differences(made, *files) == ()
    assert time.process_time() - started < 1.0
