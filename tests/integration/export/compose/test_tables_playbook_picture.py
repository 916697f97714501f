from itertools import combinations

from app.domain.document.drawing import Box, Label
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.export.compose.tables.playbook_picture import playbook_picture
from tests.builders import plan_with, rid, role
from tests.labels import ENGLISH

BOOK = Playbook(rid("fire"), "Fire", "It burns.", closure="It is out.")


def step(number, phase=Phase.CONTAIN, *ways, playbook=BOOK):
    key = rid(f"s{number}")
    return PlaybookStep(key, playbook.id, phase, f"Do {number}.", rid("lead"), branches=ways)


def picture(*steps, width=472.0):
    return playbook_picture(plan_with(BOOK, role("lead"), *steps), BOOK, ENGLISH, width)


def test_even_a_single_step_is_drawn():
    made = picture(step(1))

    assert [card.step for card in made.cards] == ["s1"]
    assert made.drawing.height > 0
    assert "Do 1" in made.told


def test_without_steps_there_is_nothing():
    made = picture()

    assert (made.cards, made.drawing.height, made.told) == ((), 0.0, "")


def test_each_card_stands_where_a_box_is_and_tells_its_step():
    ways = (StepBranch("Yes", rid("s3")), StepBranch("No"))
    made = picture(step(3, Phase.CLOSE), step(1, Phase.ANALYSE, *ways), step(2))
    boxes = {(b.x, b.y, b.width, b.height) for b in made.drawing.shapes if isinstance(b, Box)}

    assert [card.step for card in made.cards] == ["s1", "s2", "s3"]
    assert {(c.x, c.y, c.width, c.height) for c in made.cards} <= boxes
    assert "Yes: go on with step 3" in made.told


def test_very_many_steps_stand_below_each_other_in_one_drawing():
    made = picture(*(step(number) for number in range(1, 160)), width=380.0)
    tops = [(card.x, card.y, card.y + card.height) for card in made.cards]

    assert len(made.cards) == 159
    assert made.drawing.width == 380.0
    for (x, top, bottom), (other, above, below) in combinations(tops, 2):
        assert x != other or bottom <= above or below <= top
    lowest = max(s.y for s in made.drawing.shapes if isinstance(s, Label | Box))
    assert lowest <= made.drawing.height
