"""Letters as bytes: read back by the standard library's own parser."""

from email import message_from_bytes
from email.policy import default

import pytest

from app.reminders.letters import letter_to
from app.services.reminding.messages import Message
from tests.builders import HOSTILE, NOON


def made(subject="Subject", text="Text", calendar=b""):
    letter = letter_to(
        "anna@example.org", "plans@example.org", Message(subject, "", text, NOON, calendar)
    )
    return message_from_bytes(letter.as_bytes(), policy=default)


def test_a_letter_says_when_it_was_written_and_by_what():
    letter = made()

    assert letter["Date"].datetime == NOON
    assert letter["Message-ID"].endswith("@example.org>")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert [*letter.iter_attachments()] == []


@pytest.mark.parametrize("text", [*HOSTILE, "a\r\nBcc: b@c.example", "x" * 5000, ""])
def test_any_text_makes_one_subject_and_one_body(text):
    letter = made(subject=text, text=text)

    assert set(letter.keys()) >= {"Subject", "From", "To"}
    assert len(letter.get_all("To")) == 1
    assert "Bcc" not in letter
    assert "\n" not in letter["Subject"]


@pytest.mark.parametrize("word", ["plan", "Pr\u00fcfung", "\U0001f691"])
@pytest.mark.parametrize("words", range(1, 32))
def test_a_subject_of_any_length_comes_back_as_it_was(word, words):
    subject = " ".join([word] * words)[:150].rstrip()

    assert made(subject=subject)["Subject"] == subject


def test_two_letters_have_names_of_their_own():
    assert made()["Message-ID"] != made()["Message-ID"]
