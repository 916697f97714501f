from tests.builders import person, role
from tests.unit.domain.judgement.subjects import found, text


def test_a_reference_to_a_record_the_plan_lacks_is_told_once():
    [finding] = found("text.dead-reference", text("scope", "[a](role:lead) and [b](role:lead)"))

    assert finding.reason == "Scope refers to the role 'lead', which the plan does not define."
    assert finding.fix == "Define it, or refer to another role."
    assert finding.field == "role/lead"


def test_each_dead_reference_has_a_name_of_its_own():
    findings = found("text.dead-reference", text("scope", "[](role:x) [](person:x) [](role:y)"))

    assert len({finding.key for finding in findings}) == 3


def test_a_reference_to_a_record_of_the_plan_is_fine():
    prose = text("scope", "[](role:lead), [](person:ada), [](section:scope)")

    assert not found("text.dead-reference", prose, role("lead"), person("ada"))


def test_a_section_that_does_not_apply_may_refer_to_anything():
    prose = text("scope", "[](role:lead)", not_applicable="We have none.")

    assert not found("text.dead-reference", prose)
