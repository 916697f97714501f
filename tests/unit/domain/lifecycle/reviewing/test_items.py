"""How items of an agenda are named and spelled."""

import pytest

from app.domain.lifecycle.reviewing.items import LONGEST, about, begun, listed, record_meant, short
from app.domain.plan.kinds import Kind
from tests.builders import HOSTILE, rid


def test_a_record_is_named_and_found_again():
    name = about(Kind.LOG_SOURCE, "proxy/1")

    assert name == "log_sources/proxy/1"
    assert record_meant(name) == (Kind.LOG_SOURCE, rid("proxy/1"))


@pytest.mark.parametrize("text", ["", "people", "people/", "nobody/ann", "/ann", *HOSTILE])
def test_what_names_no_record_means_none(text):
    assert record_meant(text) is None


def test_a_long_text_is_cut_at_a_word_and_comes_on_one_line():
    assert short("  a\n b\t") == "a b"
    assert short("x" * LONGEST) == "x" * LONGEST
    assert short(f"{'word ' * 16}last, words more") == f"{'word ' * 16}last\u2026"
    assert short("y" * 200) == f"{'y' * LONGEST}\u2026"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Ann", " "], "Ann"),
        (["Ann", "Bo"], "Ann and Bo"),
        (["a", "b", "c", "d", "e", "f"], "a, b, c, d, e and f"),
        (["a", "b", "c", "d", "e", "f", "g", "h"], "a, b, c, d, e, f and 2 more"),
    ],
)
def test_names_are_listed_and_the_rest_counted(names, said):
    assert listed(names) == said


def test_a_sentence_begins_with_a_capital():
    assert (begun("new."), begun("S2."), begun("")) == ("New.", "S2.", "")
