import pytest

FRONT = "templates/base/sections/front.yaml"
LIFECYCLE = "templates/base/sections/lifecycle.yaml"
ANNEX = "templates/base/sections/annex.yaml"
STARTING = "templates/base/starting/response.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            FRONT,
            "{{organisation}}",
            "{{organization}}",
            "sections[0].prose[0].text: '{{organization}}' names no question",
        ),
        (
            FRONT,
            "{{profile.legal_name}}",
            "{{profile.legalname}}",
            "sections[0].prose[1].text: '{{profile.legalname}}' names no question",
        ),
        (
            FRONT,
            "{{organisation}}",
            "{{organisation}",
            "sections[0].prose[0].text: a variable is not closed: write {{name}}",
        ),
        (
            LIFECYCLE,
            "(role:incident-lead)",
            "(role:lead)",
            "sections[3].prose[0].text: 'role:lead' leads nowhere",
        ),
        (
            LIFECYCLE,
            "(section:escalation)",
            "(section:raising)",
            "sections[3].prose[1].text: 'section:raising' leads nowhere",
        ),
        (
            LIFECYCLE,
            "(severity:s1)",
            "(severity:s9)",
            "sections[3].prose[1].text: 'severity:s9' leads nowhere",
        ),
        (
            LIFECYCLE,
            "(tree:activation)",
            "(wood:activation)",
            "sections[3].prose[1].text: 'wood:activation': wood is none of role, party, severity",
        ),
        (
            ANNEX,
            "(playbook:ransomware)",
            "(playbook:phishing)",
            "sections[0].prose[0].text: 'playbook:phishing' leads nowhere",
        ),
        (
            STARTING,
            "{{organisation}}",
            "{{sender}}",
            "records[18].body: '{{sender}}' names no question",
        ),
    ],
)
def test_words_that_mean_nothing_are_told(shelf, name, old, new, line):
    assert f"{name}: {line}" in shelf.problem_after(name, old, new)


def test_two_mistakes_in_one_text_are_both_told(shelf):
    shelf.edit(FRONT, "{{organisation}}", "{{a}} {{b}}")

    assert len(shelf.problems()) == 2
