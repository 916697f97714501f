"""Default text follows the answers and people's words stay."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.interview.merging import merged_text

PARAGRAPHS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)


def text(*paragraphs):
    return "\n\n".join(paragraphs)


def test_text_nobody_touched_becomes_the_new_default():
    assert merged_text("One.", "Two.", " One.\n") == "Two."


def test_a_changed_paragraph_stays_and_the_rest_follows():
    old, new = text("One.", "Two.", "Three."), text("One.", "Two!", "Three.")

    assert merged_text(old, new, text("One of ours.", "Two.", "Three.")) == text(
        "One of ours.", "Two!", "Three."
    )


def test_what_falls_away_is_taken_out_only_word_for_word():
    old, new = text("One.", "Two."), "One."

    assert merged_text(old, new, text("Ours.", "One.", "Two.")) == text("Ours.", "One.")
    assert merged_text(old, new, text("One.", "Two, ours.")) == text("One.", "Two, ours.")


def test_a_new_paragraph_comes_behind_the_one_it_follows():
    old, new = text("One.", "Three."), text("One.", "Two.", "Three.")

    assert merged_text(old, new, text("One.", "Ours.", "Three.")) == text(
        "One.", "Two.", "Ours.", "Three."
    )


def test_a_new_paragraph_comes_first_or_last_where_nothing_tells():
    assert merged_text("One.", text("Zero.", "One."), "Ours.") == text("Zero.", "Ours.")
    assert merged_text("One.", text("One.", "Two."), "Ours.") == text("Ours.", "Two.")


def test_a_paragraph_people_wrote_already_is_not_added_twice():
    assert merged_text("One.", text("One.", "Two."), text("Two.", "Ours.")) == text("Two.", "Ours.")


@given(PARAGRAPHS, PARAGRAPHS, st.lists(st.sampled_from("xyz"), unique=True, max_size=3))
def test_words_of_people_are_never_lost_nor_moved(old, new, own):
    present = [*own, *old]

    merged = merged_text(text(*old), text(*new), text(*present)).split("\n\n")

    assert [part for part in merged if part in own] == own
    assert {part for part in merged if part in {*old, *new}} == set(new)


@given(PARAGRAPHS, PARAGRAPHS)
def test_there_and_back_is_the_old_text(old, new):
    there = merged_text(text(*old), text(*new), text(*old))

    assert merged_text(text(*new), text(*old), there) == text(*old)
