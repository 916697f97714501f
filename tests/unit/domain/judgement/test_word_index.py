import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.word_index import WordIndex, first_word, words_in
from tests.builders import rid

WORDS = st.frozensets(st.sampled_from("abcde"), max_size=3)


def index(**words):
    found = WordIndex()
    for key, each in words.items():
        found.put(rid(key), frozenset(each.split()))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tell the CERT, and the\tbank.", {"Tell", "the", "CERT", "and", "bank"}),
        ("gdpr-33 § 9", {"gdpr", "33", "9"}),
        ("Übung", {"Übung"}),
        ("— …", set()),
        ("", set()),
    ],
)
def test_words_are_cut_at_everything_else(text, words):
    assert words_in(text) == words


def test_the_first_word_may_come_after_a_sign():
    assert first_word("§ 9 BSIG") == "9"
    assert first_word("…") == ""


def test_records_are_found_by_any_or_by_all_words():
    found = index(one="a b", two="b c", three="c")

    assert found.with_any("ac") == {"one", "two", "three"}
    assert found.with_any("x") == set()
    assert found.with_all("bc") == {"two"}
    assert found.with_all("bx") == set()


def test_no_words_ask_for_nothing_and_all_of_none_for_everything():
    found = index(one="a", two="b", mute="")

    assert found.with_any("") == set()
    assert found.with_all("") == {"one", "two"}


@given(st.lists(st.tuples(st.sampled_from(["one", "two", "three"]), WORDS)), WORDS)
def test_only_the_words_put_last_count(puts, asked):
    found, last = WordIndex(), {}
    for key, words in puts:
        found.put(rid(key), words)
        last[key] = words

    assert found.with_any(asked) == {key for key, words in last.items() if words & asked}
    assert found.with_all(asked) == {key for key, words in last.items() if words and words >= asked}
