from hypothesis import given
from hypothesis import strategies as st

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from tests.builders import QUICK


def test_plain_text_is_one_run_with_its_marks():
    assert plain("Call", Mark.BOLD, Mark.ITALIC) == (
        Text("Call", frozenset({Mark.BOLD, Mark.ITALIC})),
    )


def test_no_text_is_no_run():
    assert plain("") == ()
    assert plain("", Mark.BOLD) == ()


@QUICK
@given(st.text(min_size=1))
def test_nothing_in_a_text_is_read_as_markup(text):
    (run,) = plain(text)

    assert (run.text, run.marks) == (text, frozenset())


def test_inlines_are_equal_by_what_they_say():
    assert LineBreak() == LineBreak()
    assert Link("https://example.org", plain("here")) != Link("https://example.org", plain("there"))
