from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document.audience import Audience
from app.services.file_names import file_stem, plain_words
from tests.builders import QUICK, document


def test_words_of_a_name_are_parted_by_single_dashes():
    assert plain_words("  Caf\u00e9 / 24-7  plan!", 40) == "Caf-24-7-plan"
    assert plain_words("one two three", 8) == "one-two"


@pytest.mark.parametrize(
    ("document_id", "title", "version", "watermark", "stem"),
    [
        ("HW-IRP", "Plan", "2.1", "", "HW-IRP-2-1"),
        ("", "Cyber plan / 2026", "1.0", "", "Cyber-plan-2026-1-0"),
        ("HW", "Plan", "", "", "HW-draft"),
        ("HW", "Plan", "1.0", "DRAFT", "HW-1-0-draft"),
        ("HW", "Plan", "1.0-draft", "DRAFT", "HW-1-0-draft"),
        ("HW", "Plan", "", "DRAFT", "HW-draft"),
        ("../../etc", "Plan", "1", "", "etc-1"),
        ("", "\u8a08\u753b", "1.0", "", "plan-1-0"),
        ("CON", "Plan", "\u4e00", "", "plan-CON"),
        ("", "\u8a08\u753b", "\u4e00", "", "plan"),
    ],
)
def test_a_file_is_named_after_the_document_and_its_version(
    document_id, title, version, watermark, stem
):
    named = document(document_id=document_id, title=title, version=version, watermark=watermark)

    assert file_stem(named) == stem


@QUICK
@given(st.text(max_size=120), st.text(max_size=40), st.booleans())
def test_any_title_makes_a_short_portable_name(title, version, draft):
    named = document(
        document_id="", title=title, version=version, watermark="DRAFT" if draft else ""
    )

    stem = file_stem(named)

    assert 0 < len(stem) <= 90
    assert all(char.isascii() and (char.isalnum() or char == "-") for char in stem)
    assert not stem.startswith("-")
    assert not stem.endswith("-")


def test_a_draft_never_takes_the_name_of_what_was_issued():
    title = "The very long title of a plan " * 10

    issued = file_stem(document(document_id="", title=title))

    assert issued != file_stem(document(document_id="", title=title, watermark="DRAFT"))
    assert issued != file_stem(document(document_id="", title=title, version="1.1"))


def test_an_edition_bears_its_readers_in_the_name_of_its_file():
    made = document(audience=Audience.BOARD)

    assert file_stem(made) == "HW-IRP-1-0-board"
    assert file_stem(replace(made, watermark="DRAFT")) == "HW-IRP-1-0-draft-board"
