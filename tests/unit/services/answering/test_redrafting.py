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


LISTED = SectionTemplate(
    "reporting",
    "Reporting",
    "",
    prose=(
        ProseBlock("- one\n- two"),
        ProseBlock("- cards", Answered("cards")),
        ProseBlock("In between.", Answered("middle")),
        ProseBlock("- last", Answered("last")),
        ProseBlock("1. first", Answered("numbered")),
    ),
)


def test_an_entry_joins_the_list_it_comes_to_stand_in():
    text = redrafted("- one\n- two", LISTED, OPEN, {"cards": "x", "last": "x"})

    assert text == "- one\n- two\n- cards\n- last"


def test_an_entry_in_the_middle_of_a_list_comes_and_goes():
    text = redrafted("- one\n- two\n- last", LISTED, {"last": "x"}, {"last": "x", "cards": "x"})

    assert text == "- one\n- two\n- cards\n- last"
    back = redrafted(text, LISTED, {"last": "x", "cards": "x"}, {"last": "x"})
    assert back == "- one\n- two\n- last"


def test_lists_meet_once_what_stood_between_them_goes():
    source = "- one\n- two\n\nIn between.\n\n- last"

    text = redrafted(source, LISTED, {"middle": "x", "last": "x"}, {"last": "x"})

    assert text == "- one\n- two\n- last"


def test_lists_of_two_kinds_stay_apart():
    text = redrafted("- one\n- two", LISTED, OPEN, {"numbered": "x"})

    assert text == "- one\n- two\n\n1. first"


def test_two_lists_of_a_persons_own_stay_two():
    source = "- own\n\n* other\n\n- one\n- two"

    text = redrafted(source, LISTED, OPEN, {"cards": "x"})

    assert text == "- own\n\n* other\n\n- one\n- two\n- cards"
