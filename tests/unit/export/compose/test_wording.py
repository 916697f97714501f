"""The words that renderers and signers add themselves."""

from dataclasses import asdict

from app.export.compose.wording import wording
from tests.labels import ENGLISH


def test_every_word_is_a_label_of_the_language_but_the_edition():
    made = asdict(wording(ENGLISH, "HW-IRP version 1.0", draft=True))

    assert made.pop("edition") == "HW-IRP version 1.0"
    assert set(made.values()) <= set(map(str, ENGLISH.texts.values()))
    assert made["page"] == "Page"
    assert made["sealed"] == "Sealed"


def test_only_drafts_speak_of_open_points():
    assert wording(ENGLISH, "HW-IRP version 1.0").open_point == ""
