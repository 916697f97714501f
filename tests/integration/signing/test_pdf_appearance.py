import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.signing.pdf_appearance import LEADINGS, PADDING, appearance
from app.signing.pdf_box import Box
from app.signing.pdf_typeface import Typefaces, shapes
from tests.integration.signing.samples import FALLBACK, FONT, made_identity, statement

FACTS = made_identity().facts
BOTH = Typefaces(FONT, FALLBACK)
BOX = Box(290, 58)


def style(facts=FACTS, box=BOX, **changes):
    return appearance(statement(**changes), facts, BOTH, box)


def shown(facts=FACTS, box=BOX, **changes):
    return style(facts, box, **changes).stamp_text.split("\n")


def test_a_stamp_shows_name_meaning_time_and_fingerprint():
    assert shown() == [
        "Ada Lovelace",
        "Approved as CISO: MGC-IRP-001 version 3.0",
        "2026-11-21 14:03:07 UTC",
        f"Certificate {FACTS.fingerprint[:23]}…",
    ]


def test_a_percent_sign_is_text_and_no_placeholder():
    lines = shown(meaning="100 % %(signer)s", reason="")

    assert lines[1] == "100 %% %%(signer)s as CISO"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("word " * 200, "Ada Lovelace"),
        ("w" * 1000, "n" * 64),
        ("", "Παναγιώτης Παπαχριστοδουλόπουλος του Αλεξάνδρου και της Μαρίας"),
        ("漢" * 300, "漢" * 21),
    ],
)
@pytest.mark.parametrize("box", [BOX, Box(220, 60), Box(150, 50)])
def test_everything_is_inside_the_box(text, name, box):
    made = style(replace(FACTS, name=name), box, reason=text)
    font = shapes((made.stamp_text,), BOTH)
    lines = made.stamp_text.split("\n")
    size = made.text_box_style.font_size

    assert len(lines) * LEADINGS[size] <= box.height - PADDING.top - PADDING.bottom
    assert all(font.width(line, size) <= box.width - PADDING.left - PADDING.right for line in lines)
    assert "2026-11-21 14:03:07 UTC" in lines
    assert lines[-1].startswith("Certificate ")
    assert lines[0][:3] == name[:3] or lines[0].startswith("[U+")


def test_a_long_meaning_is_cut_before_time_and_certificate_are():
    lines = shown(reason="word " * 150)

    assert lines[-3].endswith("…")
    assert lines[-2].endswith(" UTC")


def test_short_texts_are_set_large_and_long_ones_small():
    assert style().text_box_style.font_size == max(LEADINGS)
    assert style(reason="word " * 150).text_box_style.font_size == min(LEADINGS)


def test_a_name_that_cannot_be_shown_has_its_address_first():
    lines = shown(replace(FACTS, name="山田", email="yamada@example.org"))

    assert lines[0] == "yamada@example.org · [U+5C71][U+7530]"


def test_a_name_that_can_be_shown_needs_no_address():
    assert shown(replace(FACTS, name="Ζωή", email="zoe@example.org"))[0] == "Ζωή"


@settings(max_examples=30, deadline=None)
@given(
    st.text(max_size=60),
    st.text(max_size=200),
    st.floats(0, 600),
    st.floats(0, 300),
)
def test_no_text_and_no_box_breaks_it(name, role, width, height):
    lines = shown(replace(FACTS, name=name), Box(width, height), role=role)

    assert lines[-1]


def test_the_signed_page_shows_the_statement(tool, tmp_path: Path, sealed_pdf):
    path = tmp_path / "plan.pdf"
    path.write_bytes(sealed_pdf)

    text = subprocess.run(
        [tool("pdftotext"), "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout

    assert "Sealed as CISO: MGC-IRP-001 version 3.0" in text
    assert "2026-11-21 14:03:07 UTC" in text
