import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.comparing.redline import Span, SpanKind, redline
from tests.builders import QUICK

SAME, REMOVED, ADDED = SpanKind.SAME, SpanKind.REMOVED, SpanKind.ADDED
WORDS = st.lists(
    st.sampled_from(("the", "lead", "calls", "4", "hours", ".", ",", " ", "  ", "\n", "\n\n", "**"))
    | st.text(max_size=3)
).map("".join)


def marked(spans: tuple[Span, ...]) -> str:
    signs = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}
    return "".join(signs[span.kind].format(span.text) for span in spans)


def side(spans: tuple[Span, ...], kind: SpanKind) -> str:
    return "".join(span.text for span in spans if span.kind in {SAME, kind})


def assert_lawful(before: str, after: str) -> tuple[Span, ...]:
    spans = redline(before, after)
    assert side(spans, REMOVED) == before
    assert side(spans, ADDED) == after
    assert all(span.text for span in spans)
    assert all(one.kind is not other.kind for one, other in pairwise(spans))
    return spans


@settings(QUICK, max_examples=300)
@given(WORDS, WORDS)
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(before, after):
    assert_lawful(before, after)


@QUICK
@given(st.text(), st.text())
def test_any_characters_keep_the_laws(before, after):
    assert_lawful(before, after)


@QUICK
@given(WORDS)
def test_a_text_does_not_differ_from_itself(text):
    assert redline(text, text) == ((Span(SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("", "", ""),
        ("", "New.", "[+New.+]"),
        ("Old.", "", "[-Old.-]"),
        ("in 4 hours", "in 2 hours", "in [-4-][+2+] hours"),
        ("Call the lead.", "Call the lead at once.", "Call the lead[+ at once+]."),
        ("Call Jonas Roth now", "Call Anna Keller now", "Call [-Jonas Roth-][+Anna Keller+] now"),
        ("within 1.5 days", "within 2.5 days", "within [-1.5-][+2.5+] days"),
        ("don\u2019t", "do", "[-don\u2019t-][+do+]"),
        ("plan.", "plan", "plan[-.-]"),
        ("a b", "a  b", "a[- -][+  +]b"),
        ("cafe\u0301 bar", "cafe bar", "[-cafe\u0301-][+cafe+] bar"),
    ],
)
def test_words_are_marked_as_people_read_them(before, after, marks):
    assert marked(redline(before, after)) == marks


def test_words_replaced_on_both_sides_of_a_line_end_stay_apart():
    spans = redline("- one\n- two\n", "- 1\n- 2\n")

    assert marked(spans) == "- [-one-][+1+]\n- [-two-][+2+]\n"


def test_a_word_that_came_beside_one_that_was_replaced_stays_apart():
    assert marked(redline("a x b", "a y b new")) == "a [-x-][+y+] b[+ new+]"


def page(words: int, per_line: int = 50) -> list[str]:
    return [f"w{at * at % 7919}" + ("\n" if at % per_line == 0 else " ") for at in range(words)]


def test_a_long_text_is_marked_word_by_word_in_the_lines_that_differ():
    old = page(20_000)
    new = list(old)
    for at in (60, 10_020, 19_940):
        new[at] = "other "

    spans = assert_lawful("".join(old), "".join(new))

    assert [span.text for span in spans if span.kind is ADDED] == ["other"] * 3
    assert [span.text for span in spans if span.kind is REMOVED] == [
        old[at].strip() for at in (60, 10_020, 19_940)
    ]


def test_a_long_passage_on_one_line_goes_and_comes_as_a_whole():
    old = page(4_000, per_line=9_999)
    new = ["start ", *old[1:2_000], "other ", *old[2_001:-1], "end"]

    assert len(assert_lawful("".join(old), "".join(new))) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * 10_000, "b a " * 10_000),
        ("".join(page(20_000)), "".join(page(20_000, 49)[::-1])),
        (
            "".join(f"{at} a\n" for at in range(20_000)),
            "".join(f"{at} b\n" for at in range(20_000)),
        ),
        ("x\ny\n" * 10_000, "y\nx\n" * 10_000),
        (" " * 100_000, "\n" * 100_000),
        ("".join(f"{'a b ' * 49}\n{at}\n" for at in range(200)),) * 2,
        (
            "".join(f"{'a b ' * 49}\n{at}\n" for at in range(200)),
            "".join(f"{'b a ' * 49}\n{at}\n" for at in range(200)),
        ),
    ],
)
def test_no_text_of_20_000_words_takes_long(before, after):
    begun = time.process_time()

    assert_lawful(before, after)

    assert time.process_time() - begun < 20
