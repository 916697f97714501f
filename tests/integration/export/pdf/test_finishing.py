import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from app.export.pdf.render import render
from tests.integration.export.pdf.checking import findings, tags
from tests.integration.export.pdf.sample import document


def test_the_file_keeps_every_promise_we_can_check(result):
    assert findings(result.data) == []


def test_a_file_without_attachments_claims_the_older_standard():
    plain = document()
    object.__setattr__(plain, "attachments", ())

    assert findings(render(plain).data) == []


def test_a_draft_keeps_every_promise():
    assert findings(render(document(watermark="DRAFT")).data) == []


def _untagged(pdf):
    del pdf.Root.MarkInfo


def _speechless(pdf):
    del pdf.Root.Lang


def _unprinted(pdf):
    pdf.pages[1].Annots[0].F = 0


def _wordless(pdf):
    del pdf.pages[1].Annots[0].Contents


def _orphaned(pdf):
    pdf.pages[1].Annots[0].StructParent = 0


def _untabbed(pdf):
    del pdf.pages[2].obj.Tabs


def _bare(pdf):
    fonts = pdf.pages[2].obj.Resources.Font
    del fonts[next(iter(fonts.keys()))].FontDescriptor.FontFile2


def _unmarked(pdf):
    pdf.pages[2].contents_add(b"BT (loose words) Tj ET")


def _colourless(pdf):
    del pdf.Root.OutputIntents


@pytest.mark.parametrize(
    "harm",
    [
        _untagged,
        _speechless,
        _unprinted,
        _wordless,
        _orphaned,
        _untabbed,
        _bare,
        _unmarked,
        _colourless,
    ],
)
def test_the_check_notices_a_broken_promise(result, harm):
    target = BytesIO()
    with pikepdf.open(BytesIO(result.data)) as pdf:
        harm(pdf)
        pdf.save(target)

    assert findings(target.getvalue())


def test_readers_meet_every_kind_of_block(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        met = set(tags(pdf))

    wanted = "H1 H2 H3 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Link TOC TOCI"
    assert {*wanted.split(), "Form", "BlockQuote", "Div", "Reference"} <= met


def test_no_heading_level_is_skipped_on_the_way_down(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        levels = [int(tag[1]) for tag in tags(pdf) if tag in {"H1", "H2", "H3"}]

    assert all(lower <= upper + 1 for upper, lower in zip([0, *levels], levels, strict=False))


def test_qpdf_finds_nothing_wrong(result, tool, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(result.data)

    run = subprocess.run(
        [tool("qpdf"), "--check", path], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout


def test_every_font_is_inside_and_leads_back_to_text(result, tool, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(result.data)

    run = subprocess.run([tool("pdffonts"), path], capture_output=True, text=True, check=False)

    fonts = run.stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_a_second_checker_finds_nothing(result, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(result.data)

    command = [sys.executable, "-m", "pdfua", "check", path]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "errors=0 warnings=0" in run.stdout, run.stdout + run.stderr
