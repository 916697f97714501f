import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.characters import (
    REPLACEMENT,
    Span,
    clean,
    has_all,
    has_plain,
    missing,
    one_line,
    spans,
)
from app.export.typefaces import Face, characters_of

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00\x1b[31m", f"a{REPLACEMENT}{REPLACEMENT}[31m"),
        ("\u202eevil\u202c", f"{REPLACEMENT}evil{REPLACEMENT}"),
        ("a\u200bb\ufeffc\xadd", "abcd"),
        ("\ud800\ue000\uffff", REPLACEMENT * 3),
        ("e\u0301", "é"),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_seen(raw, shown):
    assert clean(raw) == shown


def test_one_line_folds_white_space():
    assert one_line(" a \n\n b\u2003c ") == "a b c"


def test_characters_the_text_face_lacks_come_from_the_other():
    assert list(spans("a☐b", Face.REGULAR)) == [
        Span("a", Face.REGULAR),
        Span("☐", Face.FALLBACK),
        Span("b", Face.REGULAR),
    ]


def test_marks_stay_with_their_letter_though_one_face_has_just_the_letter():
    assert list(spans("aZ\u0335b", Face.REGULAR)) == [
        Span("a", Face.REGULAR),
        Span("Z\u0335", Face.FALLBACK),
        Span("b", Face.REGULAR),
    ]


def test_marks_that_no_face_has_with_their_letter_are_drawn_alone():
    assert list(spans("漢\u0301", Face.BOLD)) == [Span(f"{REPLACEMENT}\u0301", Face.FALLBACK_BOLD)]


@pytest.mark.parametrize("text", ["Ἑλένη ᾧδε Ωμέγα ΐ", "Пётр Щербаков Київ ѣ", "☐☑⚠→⇒✓≤€●▪"])
@pytest.mark.parametrize("face", Face)
def test_greek_cyrillic_and_symbols_are_at_hand_in_every_face(text, face):
    assert missing(clean(text)) == frozenset()
    assert "".join(span.text for span in spans(clean(text), face)) == clean(text)


def test_characters_nobody_has_are_replaced_and_named():
    assert list(spans("漢", Face.BOLD)) == [Span(REPLACEMENT, Face.FALLBACK_BOLD)]
    assert missing("a漢\n") == {"漢"}


@given(ANY_TEXT, st.sampled_from(Face))
def test_whatever_is_typed_every_face_can_draw_its_span(text, face):
    drawn = list(spans(clean(text).replace("\n", " "), face))

    assert len("".join(span.text for span in drawn)) == len(clean(text))
    assert all(ord(c) in characters_of(span.face) for span in drawn for c in span.text)


@given(ANY_TEXT, st.sampled_from(Face))
def test_plain_text_is_text_that_cleaning_leaves_alone_and_the_face_has(text, face):
    if has_plain(text, face):
        assert clean(text) == text
        assert has_all(text, face)
