from app.domain.interview.arrangement import FURTHER, arranged
from app.domain.interview.template import Part
from tests.builders import rid, template

WHO = Part("who", "Who", ("contacts", "roles"))
WHY = Part("why", "Why", ("purpose",))


def test_parts_and_sections_follow_the_template_whatever_order_the_plan_has():
    made = arranged(template(parts=(WHO, WHY)), map(rid, ("purpose", "roles", "contacts")))

    assert made == (WHO, WHY)


def test_a_part_without_a_section_of_the_plan_is_left_out():
    made = arranged(template(parts=(WHO, WHY)), ("roles",))

    assert made == (Part("who", "Who", ("roles",)),)


def test_sections_of_another_library_come_last_in_the_order_of_the_plan():
    made = arranged(template(parts=(WHY,)), ("odd", "purpose", "even"))

    assert made == (WHY, Part(FURTHER, "", ("odd", "even")))


def test_a_plan_without_sections_has_no_parts():
    assert arranged(template(parts=(WHO,)), ()) == ()
