"""What LibreOffice says about our signatures."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.integration.signing.samples import replacing, rezipped
from tests.integration.signing.tampering import flipped

SCRIPT = Path(__file__).with_name("libreoffice_verdicts.py")
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
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    done = subprocess.run(
        [uno_python, str(SCRIPT), str(tmp_path), *(str(tmp_path / name) for name in files)],
        capture_output=True,
        text=True,
        check=True,
        timeout=150,
    )

    said = dict(zip(files, map(json.loads, done.stdout.splitlines()), strict=True))
    assert said["good.pdf"] == [True, True]
    assert said["good.docx"] == [True, True]
    assert said["bad.pdf"] == [False, False]
    assert said["bad.docx"] == [False, False]
