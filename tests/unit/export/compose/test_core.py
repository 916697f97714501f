from app.domain.document.inline import plain
from app.domain.document.tree import Callout, Heading, Paragraph
from app.domain.interview.template import Part
from app.domain.plan.classification import SeverityLevel
from app.export.compose.core import Core, nothing_stated
from app.export.compose.prose import ProseComposer
from tests.builders import plan_with, rid, template
from tests.labels import ENGLISH, scribe
from tests.unit.export.compose.judged import written
from tests.unit.export.compose.reading import headings, lines

POINTER = Paragraph(plain("It is in Annex A."))
PARTS = (Part("who", "Who", ("contacts", "roles")), Part("why", "Why", ("escalation",)))


def parts(*records, pointers=(), short=False):
    plan = plan_with(*records)
    prose = ProseComposer(scribe(plan), str, lambda _: False)
    return Core(scribe(plan), prose, {}, dict(pointers), short=short).parts(template(parts=PARTS))


def test_parts_stand_as_the_template_arranges_them():
    made = parts(written("escalation"), written("roles"), written("contacts"), written("odd"))

    assert headings(made) == [
        "Who",
        "Title of contacts",
        "Title of roles",
        "Why",
        "Title of escalation",
        "Further sections",
        "Title of odd",
    ]
    chapters = [block for block in made if isinstance(block, Heading) and block.level == 1]
    assert not any(block.new_page for block in chapters)
    assert [block.anchor for block in chapters] == ["part:who", "part:why", "part:further"]


def test_a_section_tells_its_text_then_its_table_then_where_the_rest_is():
    made = parts(
        written("escalation", "Text."),
        SeverityLevel(rid("s"), "High", 1),
        pointers={"escalation": POINTER}.items(),
    )

    said = lines(made)
    assert said[2:4] == ["Text.", "Response and escalation times"]
    assert said[-1] == "It is in Annex A."


def test_a_section_that_only_points_elsewhere_is_not_called_empty():
    made = parts(written("roles", ""), pointers={"roles": POINTER}.items())

    assert made[2:] == (POINTER,)


def test_a_section_without_anything_says_so():
    assert parts(written("roles", " "))[2:] == (nothing_stated(ENGLISH),)


def test_a_section_that_does_not_apply_points_nowhere():
    made = parts(written("roles", not_applicable="Nobody."), pointers={"roles": POINTER}.items())

    (said,) = made[2:]
    assert isinstance(said, Callout)
    assert lines(made[2:]) == ["Not applicable", "Nobody."]


def test_a_plan_without_sections_has_no_parts():
    assert parts() == ()


def test_a_short_plan_begins_its_first_part_on_a_page_and_points_elsewhere_once_a_part():
    made = parts(
        written("contacts"),
        written("roles"),
        written("escalation", not_applicable="Nobody."),
        pointers=dict.fromkeys(("contacts", "roles", "escalation"), POINTER).items(),
        short=True,
    )

    chapters = [block for block in made if isinstance(block, Heading) and block.level == 1]
    assert [block.new_page for block in chapters] == [True, False]
    assert lines(made).count("It is in Annex A. It is in Annex A.") == 1
    assert "It is in Annex A." not in lines(made)


def test_a_part_of_a_short_plan_without_annexed_records_points_nowhere():
    made = parts(written("roles"), short=True)

    assert lines(made)[-1] == "Text."
