import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.trees.outline_text import MOST_LINES, TreeTextRefused, names_in
from tests.builders import QUICK, TEXTS


def pairs(text):
    return [(one.name, one.above) for one in names_in(text)]


@pytest.mark.parametrize("blank", ["\t", "  ", "    "])
def test_indented_lines_hang_under_the_last_one_indented_less(blank):
    text = f"Lead\n{blank}Ada\n{blank * 2}Bob\n\n{blank}Cy\nDan"

    assert pairs(text) == [("Lead", None), ("Ada", 0), ("Bob", 1), ("Cy", 0), ("Dan", None)]


def test_an_outline_may_begin_indented_and_step_back_unevenly():
    assert pairs("    A\n      B\n  C") == [("A", None), ("B", 0), ("C", None)]


def test_bullets_and_numbers_are_no_part_of_a_name():
    text = "- Lead\n\t\u2022 Ada\n\t2) Bob\n- \n1. \n24/7 desk"

    assert [name for name, _ in pairs(text)] == ["Lead", "Ada", "Bob", "-", "1.", "24/7 desk"]


def test_two_columns_say_who_calls_whom_in_any_order():
    text = "Caller\tCalled\tNote\nAda\tBob\tx\nLead\tAda\nLead\tCy\n\tDan\nEve\t"

    assert pairs(text) == [
        ("Lead", None),
        ("Ada", 0),
        ("Bob", 1),
        ("Cy", 0),
        ("Dan", None),
        ("Eve", None),
    ]


def test_somebody_called_by_two_stands_under_both():
    assert pairs("A\tC\nB\tC\nC\tD") == [("A", None), ("C", 0), ("D", 1), ("B", None), ("C", 3)]


@pytest.mark.parametrize("text", ["A\tB\nB\tA", "A\tB\nB\tC\nC\tA", "A\tA", "A\tB\nA\tA"])
def test_names_that_call_each_other_are_refused_in_a_sentence(text):
    with pytest.raises(TreeTextRefused) as refused:
        names_in(text)

    assert refused.value.message.endswith("take one of the two lines out and paste again.")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00\u202e"])
def test_text_without_a_name_is_refused(text):
    with pytest.raises(TreeTextRefused, match="no name in it"):
        names_in(text)


@pytest.mark.parametrize(
    "text", ["x\n" * 10_000, "x\n" * (MOST_LINES + 1), "x" * 200_000, "a\tb\n" * 10_000]
)
def test_too_much_text_is_refused_in_a_sentence(text):
    with pytest.raises(TreeTextRefused, match=r"paste it in parts\.$"):
        names_in(text)


def test_as_many_lines_as_a_tree_takes_are_taken():
    assert len(names_in("\n".join(f"n{at}" for at in range(MOST_LINES)))) == MOST_LINES


@QUICK
@given(st.lists(TEXTS, max_size=8).map("\n".join))
def test_whatever_is_pasted_gives_names_or_a_sentence(text):
    try:
        found = names_in(text)
    except TreeTextRefused:
        return

    assert found
    for at, one in enumerate(found):
        assert one.name.strip()
        assert one.above is None or 0 <= one.above < at
