"""Blocks of the RACI table as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply
from app.services.raci.editing import ORDER, cells_set, parts_of
from tests.builders import QUICK, rid
from tests.unit.services.raci.response_plan import A, C, I, R, response
from ui.models.raci_block import block_text, parts_in, pasted

ROOM = [
    [(rid(row), rid(who)) for who in ("board", "lead", "tech", "press")]
    for row in ("contain", "brief")
]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("", ()),
        ("  ", ()),
        ("r", (R,)),
        ("A/R", (A, R)),
        ("ra", (A, R)),
        ("R, C & i", (R, C, I)),
        ("Accountable", (A,)),
        ("responsible / consulted", (R, C)),
        ("CAIRA", (A, R, C, I)),
        ("x", None),
        ("=A1", None),
        ("A-R", None),
        ("\u0130", None),
    ],
)
def test_the_parts_people_mean(word, parts):
    assert parts_in(word) == parts


def test_one_word_goes_to_every_chosen_place_and_a_block_from_the_first_on():
    whole = pasted("A/R\r\n", ROOM, ROOM)
    block = pasted("C\tR\tA\tI\tI\nR\n\nA\n", ROOM[:1], ROOM)

    assert set(whole.chosen.values()) == {(A, R)}
    assert len(whole.chosen) == 8
    assert block.chosen == {
        **dict(zip(ROOM[0], [(C,), (R,), (A,), (I,)], strict=True)),
        ROOM[1][0]: (R,),
    }


def test_words_that_name_no_part_are_told_once_and_their_places_left():
    found = pasted("=SUM(1)\tR\n@x\t=SUM(1)", ROOM, ROOM)

    assert found.chosen == {ROOM[0][1]: (R,)}
    assert found.unknown == ("=SUM(1)", "@x")


def test_nothing_pasted_clears_what_is_chosen():
    assert pasted("", ROOM[:1], ROOM).chosen == dict.fromkeys(ROOM[0], ())


def test_a_long_paste_takes_no_more_than_there_is_room():
    text = "\n".join(["R\t" * 500] * 2000)

    assert set(pasted(text, ROOM, ROOM).chosen) == {place for row in ROOM for place in row}


PARTS = st.sets(st.sampled_from(ORDER)).map(lambda had: tuple(p for p in ORDER if p in had))


@QUICK
@given(st.lists(PARTS, min_size=8, max_size=8))
def test_what_is_copied_is_pasted_as_it_was_and_is_no_formula(drawn):
    places = [place for row in ROOM for place in row]
    plan = response()
    plan = apply(plan, cells_set(plan, dict(zip(places, drawn, strict=True))))
    text = block_text(plan, ROOM)

    assert not any(word[:1] in "=+-@" for word in text.split() if word)
    assert pasted(f"{text}\n", ROOM, ROOM).chosen == {
        place: parts_of(plan.raci[place[0]], place[1]) for place in places
    }
