import pytest


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            "small/template.yaml",
            "pages: [2, 3]",
            "pages: [2]",
            "pages: has 1 entries, at least 2 are needed",
        ),
        ("small/template.yaml", "name: Small plan\n", "", "name: is missing"),
        ("base/base.yaml", "language: en-GB", "langauge: en-GB", "langauge: is not a known field"),
        (
            "base/sections/lifecycle.yaml",
            "kind: text\n        topic: practice",
            "kind: txt\n        topic: practice",
            "sections[3].questions[0].kind: 'txt' is none of text, long-text, choice",
        ),
        (
            "base/sections/front.yaml",
            "title: Scope",
            f"title: Scope {'x' * 45}",
            "sections[1].title: is longer than 45 characters",
        ),
        (
            "base/sections/front.yaml",
            "required: true",
            "required: 1",
            "sections[0].questions[0].required: is neither true nor false",
        ),
        ("base/starting/response.yaml", "records:", "record:", "records: is missing"),
    ],
)
def test_a_broken_file_of_a_template_is_told(shelf, name, old, new, line):
    problem = shelf.problem_after(f"templates/{name}", old, new)

    assert f"templates/{name}: {line}" in problem


def test_a_playbook_without_steps_is_told(shelf):
    name = "templates/playbooks/ransomware.yaml"
    text = (shelf.root / name).read_text(encoding="utf-8")
    steps = text[text.index("steps:") :]

    problem = shelf.problem_after(name, steps, "steps: []\n")

    assert problem == f"{name}: steps: has 0 entries, at least 1 are needed"
