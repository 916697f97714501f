"""Default paragraphs come and go with the answers they rest on."""

from app.domain.interview.conditions import Answered
from app.domain.interview.template import ProseBlock, SectionTemplate
from app.services.answering.redrafting import redrafted

FIRST = ProseBlock("Always.")
SECOND = ProseBlock("Call {{hotline}}.", Answered("hotline"))
THIRD = ProseBlock("- a list\n- of two")
SECTION = SectionTemplate("reporting", "Reporting", "", prose=(FIRST, SECOND, THIRD))
OPEN: dict[str, str] = {}
STATED = {"hotline": "ext. 1"}


def test_a_paragraph_appears_where_the_template_has_it():
    source = "Always.\n\n- a list\n- of two"

    text = redrafted(source, SECTION, OPEN, STATED)

    assert text == "Always.\n\nCall {{hotline}}.\n\n- a list\n- of two"


def test_a_paragraph_goes_with_its_answer():
    source = "Always.\n\nCall {{hotline}}.\n\n- a list\n- of two"

    assert redrafted(source, SECTION, STATED, OPEN) == "Always.\n\n- a list\n- of two"


def test_a_reworded_paragraph_stays():
    source = "Always.\n\nPlease call {{hotline}}."

    assert redrafted(source, SECTION, STATED, OPEN) == source


def test_words_of_ones_own_stay_where_they_are():
    source = "Our own start.\n\nAlways.\n\nOur own end."

    text = redrafted(source, SECTION, OPEN, STATED)

    assert text == "Our own start.\n\nAlways.\n\nCall {{hotline}}.\n\nOur own end."


def test_a_paragraph_without_any_neighbour_left_goes_to_the_end():
    assert redrafted("All new.", SECTION, OPEN, STATED) == "All new.\n\nCall {{hotline}}."


def test_a_paragraph_deleted_by_a_person_does_not_come_back():
    assert redrafted("Always.", SECTION, STATED, {"hotline": "ext. 2"}) == "Always."
