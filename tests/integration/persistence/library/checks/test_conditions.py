import pytest

FRONT = "templates/base/sections/front.yaml"
LIFECYCLE = "templates/base/sections/lifecycle.yaml"
HEADER = "templates/base/base.yaml"
ANNEX = "templates/base/sections/annex.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            HEADER,
            "question: severity.adopt_times",
            "question: severity.adopt",
            "adopt_times: there is no question 'severity.adopt'",
        ),
        (
            FRONT,
            "when: {answered: purpose.aims}",
            "when: {answered: purpose.goals}",
            "sections[0].prose[1].when: there is no question 'purpose.goals'",
        ),
        (
            FRONT,
            "when: {answered: purpose.aims}",
            "when: {answered: profile.nothing}",
            "sections[0].prose[1].when: there is no question 'profile.nothing'",
        ),
        (
            LIFECYCLE,
            "question: severity.scheme, value: four",
            "question: severity.scheme, value: five",
            "sections[3].prose[1].when: severity.scheme never equals 'five': expected one of two",
        ),
        (
            LIFECYCLE,
            "{answered: profile.uses_cloud}",
            "{equals: {question: severity.adopt_times, value: 1}}",
            "sections[3].prose[1].when: severity.adopt_times never equals 1: expected true",
        ),
        (
            LIFECYCLE,
            "{answered: profile.uses_cloud}",
            "{includes: {question: severity.scheme, value: two}}",
            "sections[3].prose[1].when: severity.scheme is no list; use equals",
        ),
        (
            LIFECYCLE,
            "- not: {equals: {question: reporting.channel",
            "- not: {equals: {question: reporting.channels",
            "sections[3].prose[0].when: there is no question 'reporting.channels'",
        ),
        (
            ANNEX,
            "question: playbooks.adopt, value: ransomware",
            "question: playbooks.adopt, value: phishing",
            "sections[0].prose[0].when: 'phishing' is none of ransomware",
        ),
    ],
)
def test_a_condition_that_can_never_hold_is_told(shelf, name, old, new, line):
    assert f"{name}: {line}" in shelf.problem_after(name, old, new)


@pytest.mark.parametrize(
    "condition",
    [
        "{answered: profile.sector}",
        "{includes: {question: purpose.aims, value: anything}}",
        "{includes: {question: profile.jurisdictions, value: EU}}",
    ],
)
def test_profile_fields_and_free_lists_may_be_looked_at(shelf, condition):
    shelf.edit(FRONT, "when: {answered: purpose.aims}", f"when: {condition}")

    assert shelf.problems() == []
