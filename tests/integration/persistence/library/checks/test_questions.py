import pytest

FRONT = "templates/base/sections/front.yaml"
LIFECYCLE = "templates/base/sections/lifecycle.yaml"
HEADER = "templates/small/template.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            LIFECYCLE,
            "id: reporting.channel",
            "id: purpose.aims",
            f"sections[3].questions[0].id: 'purpose.aims' is also in {FRONT}",
        ),
        (
            LIFECYCLE,
            "kind: text\n        topic: practice",
            "kind: text\n        topic: practise",
            "sections[3].questions[0].topic: 'practise' is none of organisation, practice",
        ),
        (
            LIFECYCLE,
            "kind: yes-no",
            "kind: choice",
            "sections[5].questions[0].options: is missing; a choice needs options",
        ),
        (
            LIFECYCLE,
            "kind: choice\n",
            "kind: number\n",
            "sections[5].questions[1].options: a number answer has no options",
        ),
        (
            LIFECYCLE,
            "{value: four, label: Four}",
            "{value: two, label: Four}",
            "sections[5].questions[1].options: 'two' stands twice",
        ),
        (
            FRONT,
            "id: profile.uses_cloud",
            "id: profile.uses_clouds",
            "sections[0].questions[1].id: the profile has no field 'uses_clouds'",
        ),
        (
            FRONT,
            "id: profile.uses_cloud",
            "id: profile.template",
            "sections[0].questions[1].id: the profile has no field 'template'",
        ),
        (
            FRONT,
            "cloud services?, kind: yes-no",
            "cloud services?, kind: text",
            "sections[0].questions[1].kind: 'text' does not fill profile.uses_cloud; use yes-no",
        ),
        (
            FRONT,
            "id: purpose.aims, text: What is the plan to achieve?, kind: list",
            "id: profile.review_months, text: How often?, kind: duration",
            "sections[0].questions[3].kind: 'duration' does not fill profile.review_months; use",
        ),
        (
            FRONT,
            "id: purpose.aims, text: What is the plan to achieve?, kind: list",
            "id: profile.sites, text: Where?, kind: text",
            "sections[0].questions[3].kind: 'text' does not fill profile.sites; use choices",
        ),
        (
            HEADER,
            "frameworks: [small-framework]",
            "frameworks: [nist]",
            "frameworks[0]: there is no framework 'nist'",
        ),
        (
            FRONT,
            "value: small-framework",
            "value: big-framework",
            "sections[0].questions[2].options: there is no framework 'big-framework'",
        ),
    ],
)
def test_a_question_that_does_not_fit_is_told(shelf, name, old, new, line):
    assert f"{name}: {line}" in shelf.problem_after(name, old, new)


def test_a_framework_is_named_by_its_id_and_by_no_alias(shelf):
    problem = shelf.problem_after(HEADER, "frameworks: [small-framework]", "frameworks: [old-name]")

    assert problem == f"{HEADER}: frameworks[0]: there is no framework 'old-name'"
