"""What LibreOffice says about our signatures."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name

from app.domain.document.signature_lines import line_id
from app.domain.document.tree import SignatureBox
from app.export.pdf.render import render
from app.services.verifying import Verdict
from tests.integration.export.pdf.sample import document, text
from tests.integration.signing.samples import replacing, rezipped, statement
from tests.integration.signing.tampering import flipped, overlaid, resaved, retitled, updated
from tests.integration.signing.test_word_tampering import MATRIX
from tests.integration.signing.word_samples import lined_docx

SCRIPT = Path(__file__).with_name("libreoffice_verdicts.py")
SIGNED_HERE = tuple(
    SignatureBox(field, field, "Approved for use") for field in ("Seal", "Approver")
)
SYSTEM_PYTHON = "/usr/bin/python3"
"""The interpreter that Debian's python3-uno belongs to."""


@pytest.fixture(scope="module")
def uno_python() -> str:
    from shutil import which

    if which("soffice") is None:
        pytest.skip("needs soffice; ./irplan test installs it when run as root")
    found = subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    if found.returncode:
        pytest.skip("needs python3-uno; ./irplan test installs it when run as root")
    return SYSTEM_PYTHON


def asked(python: str, folder: Path, files: dict[str, bytes], *options: str) -> dict[str, Any]:
    """What LibreOffice says about each of `files`, by name."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = subprocess.run(
        [python, str(SCRIPT), *options, str(folder), *(str(folder / name) for name in files)],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return dict(zip(files, map(json.loads, done.stdout.splitlines()), strict=True))


def test_libreoffice_agrees_about_intact_and_changed_files(
    uno_python, tmp_path, approved_pdf, plain_pdf, twice_signed_docx
):
    text = {"word/document.xml": replacing("on-call lead", "nobody")}
    files = {
        "good.pdf": approved_pdf,
        "bad.pdf": flipped(approved_pdf, plain_pdf.index(b"ReportLab Generated")),
        "good.docx": twice_signed_docx,
        "bad.docx": rezipped(twice_signed_docx, text),
    }

    said = asked(uno_python, tmp_path, files)

    assert said["good.pdf"] == [True, True]
    assert said["good.docx"] == [True, True]
    assert said["bad.pdf"] == [False, False]
    assert said["bad.docx"] == [False, False]


def test_libreoffice_sees_of_changed_plans_what_the_matrix_says(uno_python, tmp_path, ada, grace):
    """Of a changed title it says no more than that something was added; only we object."""
    plan = render(document(body=(text("Call the on-call lead."), *SIGNED_HERE))).data
    sealed = ada.sign_pdf(plan, statement("Sealed"), field="Seal", certify=True).data
    approved = grace.sign_pdf(sealed, statement(), field="Approver").data
    files = {
        "approved.pdf": approved,
        "overlaid.pdf": updated(approved, overlaid),
        "annotated.pdf": updated(approved, remarked),
        "saved-again.pdf": resaved(approved),
        "cut.pdf": approved[: len(sealed)],
        "retitled.pdf": updated(approved, retitled),
    }

    said = asked(uno_python, tmp_path, files)

    valid = {name: verdicts.count(True) for name, verdicts in said.items()}
    assert valid == {
        "approved.pdf": 2,
        "overlaid.pdf": 0,
        "annotated.pdf": 0,
        "saved-again.pdf": 0,
        "cut.pdf": 1,
        "retitled.pdf": 2,
    }


def remarked(writer):
    """Draw a frame over the first page, as a remark."""
    page = writer.root["/Pages"]["/Kids"][0]
    frame = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Square"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 300, 300))),
        }
    )
    page["/Annots"] = generic.ArrayObject([writer.add_object(frame)])
    writer.update_container(page)


def test_libreoffice_sees_of_changed_word_files_what_the_matrix_says(
    uno_python, tmp_path, signed_docx
):
    rows = [row for row in MATRIX if row.verdict is not Verdict.UNREADABLE]
    files = {f"{number}.docx": row.forge(signed_docx) for number, row in enumerate(rows)}

    said = asked(uno_python, tmp_path, files)

    seen = dict(zip((row.name for row in rows), map(tuple, said.values()), strict=True))
    assert seen == {row.name: row.office for row in rows}


def test_libreoffice_shows_which_signature_lines_are_signed(uno_python, tmp_path, ada, grace):
    lined = lined_docx("Seal", "Author", "Approver")
    sealed = ada.sign_word(lined, statement("Sealed"), line="Seal").data
    approved = grace.sign_word(sealed, statement(), line="Approver").data
    files = {"lined.docx": lined, "sealed.docx": sealed, "approved.docx": approved}

    said = asked(uno_python, tmp_path, files, "--lines")

    seal, approver = line_id("Seal"), line_id("Approver")
    assert said == {
        "lined.docx": {seal: False, approver: False},
        "sealed.docx": {seal: True, approver: False},
        "approved.docx": {seal: True, approver: True},
    }
