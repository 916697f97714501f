"""The outline of a file is that of the document it came from, in LibreOffice too."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.document import outline as wanted
from app.domain.document.inline import plain
from app.domain.document.tree import Column, Contents, Facts, Figure, Heading, Table
from app.export.word.outline import outline
from app.export.word.render import render
from tests.builders import WORDING
from tests.integration.export.word.specimen import document, plan, tree

ANNEXED = (
    Heading(1, "Roles", "a", new_page=True, annex=True),
    Heading(2, "RACI", "b", in_contents=False, annex=True),
    Heading(3, "Step", "c", annex=True),
    Heading(3, "Note", "d", numbered=False, annex=True),
    Heading(1, "Contacts", "e", new_page=True, annex=True),
)


def read_back(tree_):
    return outline(render(tree_, {}).data)


def test_the_file_has_the_headings_and_tables_of_the_document(rendered):
    assert outline(rendered) == wanted.outline(plan())


def test_unlisted_unnumbered_and_skipped_headings_are_read_back():
    tree_ = document(
        Contents(),
        Heading(1, "One", "1"),
        Heading(3, "Deep", "2"),
        Heading(1, "Annex", "3", numbered=False),
        Heading(2, "Quiet", "4", in_contents=False),
        Heading(1, "Both", "5", numbered=False, in_contents=False),
        Heading(4, "Too deep\nby far", "6"),
        *ANNEXED,
    )

    assert read_back(tree_) == wanted.outline(tree_)


def test_the_word_before_the_letter_is_read_back_too():
    made = replace(document(*ANNEXED), wording=replace(WORDING, annex="Anhang"))

    read = outline(render(made, {}).data)

    assert read.headings[0].number == "Anhang A"
    assert read == wanted.outline(made)


def test_only_captioned_tables_count():
    tree_ = document(
        Figure("2. Not a table", "", tree()),
        Facts((("a", plain("b")),)),
        Table("3. Really 4. a table", (Column("A\nB"), Column("")), ()),
        Table("", (Column("C"),), ()),
    )

    assert read_back(tree_) == wanted.outline(tree_)


def converted(data: bytes, kind: str, folder: Path, tool) -> Path:
    source = folder / "plan.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(source)],
        check=True,
        capture_output=True,
        timeout=150,
    )
    return folder / "out" / f"plan.{kind.partition(':')[0]}"


@pytest.mark.timeout(180)
def test_headings_and_tables_survive_libreoffice(rendered, tmp_path, tool):
    again = converted(rendered, "docx", tmp_path, tool)

    assert outline(again.read_bytes()) == wanted.outline(plan())


@pytest.mark.timeout(180)
def test_libreoffice_prints_every_heading_and_no_blank_page(rendered, tmp_path, tool):
    printed = converted(rendered, "pdf", tmp_path, tool)

    sheets = subprocess.run(
        [tool("pdftotext"), "-layout", str(printed), "-"], check=True, capture_output=True
    ).stdout.decode()
    head_and_foot = 2
    for sheet in sheets.split("\f")[:-1]:
        assert len([line for line in sheet.splitlines() if line.strip()]) > head_and_foot
    for heading in wanted.outline(plan()).headings:
        shown = rf"^\s*{re.escape(heading.number)}\s*{re.escape(heading.text)}\s*$"
        assert re.search(shown, sheets, re.MULTILINE), heading
