"""Parts and numbers in the window are those of the exported document."""

from app.domain.interview.template import Part
from tests.builders import plan_with, template
from tests.unit.export.compose.judged import written
from ui.pages.sections.numbering import numbers, part_of, part_title, parts

TEMPLATE = template(parts=(Part("who", "Who acts", ("contacts", "roles")),))
PLAN = plan_with(written("odd"), written("roles"), written("contacts"))


def test_titles_are_the_templates_and_what_it_does_not_know_comes_last():
    assert [part_title(part) for part in parts(PLAN, TEMPLATE)] == ["Who acts", "Further sections"]
    assert part_of(PLAN, TEMPLATE, "roles") == "Who acts"
    assert part_of(PLAN, TEMPLATE, "odd") == "Further sections"


def test_sections_are_numbered_as_the_template_arranges_them():
    assert list(numbers(PLAN, TEMPLATE).items()) == [
        ("contacts", "1.1"),
        ("roles", "1.2"),
        ("odd", "2.1"),
    ]
