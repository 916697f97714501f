"""What an exercise or a lesson can be about, in the words of the window."""

from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.sections import Section
from tests.builders import plan_with, rid, role
from ui.models.part_words import lesson_options, part_name, part_options

PLAN = plan_with(
    Section(rid("definitions"), "Definitions"),
    Section(rid("recovery"), "Recovery"),
    Playbook(rid("leak"), "Data leak"),
    PlaybookStep(rid("s-1"), rid("leak"), Phase.CLOSE, "Close it."),
    role("lead", "Lead"),
)


def test_sections_that_are_seldom_tried_come_last():
    assert [(option.text, option.value) for option in part_options(PLAN)] == [
        ("Section: Recovery", "sections/recovery"),
        ("Playbook: Data leak", "playbooks/leak"),
        ("Role: Lead", "roles/lead"),
        ("Section: Definitions", "sections/definitions"),
    ]


def test_a_lesson_can_be_about_the_whole_plan_or_a_step():
    keys = [option.value for option in lesson_options(PLAN)]

    assert keys[0] == ""
    assert {"sections/recovery", "playbooks/leak", "steps/s-1"} < set(keys)
    assert len(keys) == len(set(keys))


def test_a_record_is_named_with_its_kind():
    assert part_name(PLAN, "sections/recovery") == "Section: Recovery"
    assert part_name(PLAN, "sections/gone") == "No longer in the plan"
    assert part_name(PLAN, "nothing") == "No longer in the plan"
    assert part_name(PLAN, "") == ""
