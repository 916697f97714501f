from pathlib import Path

from app.signing.pdf_appearance import appearance
from tests.integration.signing.samples import FONT, made_identity, statement

FACTS = made_identity().facts


def shown(**changes):
    return appearance(statement(**changes), FACTS, FONT).stamp_text.split("\n")


def test_a_stamp_shows_name_meaning_time_and_fingerprint():
    lines = shown()

    assert lines[:3] == [
        "Ada Lovelace",
        "Approved as CISO: MGC-IRP-001 version 3.0",
        "2026-11-21 14:03:07 UTC",
    ]
    assert lines[3] == f"Certificate {FACTS.fingerprint[:23]}…"


def test_a_percent_sign_is_text_and_no_placeholder():
    lines = shown(meaning="100 % %(signer)s", reason="")

    assert lines[1] == "100 %% %%(signer)s as CISO"


def test_a_long_reason_is_wrapped_and_cut():
    lines = shown(reason="word " * 100)

    assert all(len(line) <= 44 for line in lines)
    assert len(lines) == 6
    assert lines[3].endswith(" …")


def test_the_signed_page_shows_the_statement(tool, tmp_path: Path, sealed_pdf):
    import subprocess

    path = tmp_path / "plan.pdf"
    path.write_bytes(sealed_pdf)

    text = subprocess.run(
        [tool("pdftotext"), "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout

    assert "Sealed as CISO: MGC-IRP-001 version 3.0" in text
    assert "2026-11-21 14:03:07 UTC" in text
