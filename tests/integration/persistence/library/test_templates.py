import pytest

from app.domain.interview.conditions import Equals
from app.domain.interview.template import Topic
from app.domain.plan.sections import SECTION_KEYS
from app.persistence.library.templates import read_summaries, read_template, template_ids
from app.services.library import LibraryFileInvalid

HEADER = "templates/small/template.yaml"


def test_only_folders_with_a_header_are_templates(shelf):
    assert template_ids(shelf.root / "templates") == ("small",)


def test_the_header_is_read(shelf):
    template = read_template(shelf.root / "templates", "small", frozenset({"small-framework"}))

    assert (template.id, template.language, template.pages) == ("small", "en-GB", (2, 3))
    assert template.frameworks == ("small-framework",)
    assert template.topics[0] == Topic("organisation", "Your organisation", "Who you are.")
    assert template.adopt_times == Equals("severity.adopt_times", True)


def test_the_sections_stand_in_document_order(shelf):
    template = shelf.library.template("small")

    assert tuple(section.key for section in template.sections) == SECTION_KEYS


def test_summaries_need_the_headers_alone(shelf):
    (shelf.root / "templates/base/sections/front.yaml").unlink()

    (summary,) = read_summaries(shelf.root / "templates")

    assert (summary.id, summary.name, summary.pages) == ("small", "Small plan", (2, 3))


def test_a_broken_header_breaks_the_summaries(shelf):
    shelf.edit(HEADER, "name: Small plan\n", "")

    with pytest.raises(LibraryFileInvalid) as caught:
        read_summaries(shelf.root / "templates")

    assert caught.value.problems == (f"{HEADER}: name: is missing",)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("id: small\n", "id: tiny\n", "id: 'tiny' differs from the folder's name"),
        ("pages: [2, 3]", "pages: [3, 2]", "pages: the fewest pages come first"),
    ],
)
def test_a_header_that_contradicts_itself_is_told(shelf, old, new, line):
    assert shelf.problem_after(HEADER, old, new) == f"{HEADER}: {line}"


def test_a_missing_group_of_sections_is_told(shelf):
    (shelf.root / "templates/base/sections/front.yaml").unlink()

    (problem,) = shelf.problems()

    assert problem == (
        "templates/base/sections/front.yaml: cannot be read (No such file or directory)"
    )


def test_a_sections_file_of_no_group_is_told(shelf):
    (shelf.root / "templates/base/sections/frontt.yaml").write_text("sections: []")

    (problem,) = shelf.problems()

    assert problem.startswith("templates/base/sections/frontt.yaml: is none of front, org")


def test_an_offered_playbook_that_is_not_there_is_told(shelf):
    problem = shelf.problem_after(
        "templates/base/sections/annex.yaml",
        "{value: ransomware, label: Ransomware}",
        "{value: ransomware, label: Ransomware}, {value: phishing, label: Phishing}",
    )

    assert problem == (
        "templates/playbooks/phishing.yaml: cannot be read (No such file or directory)"
    )


def test_an_option_is_never_taken_for_a_path(shelf):
    problem = shelf.problem_after(
        "templates/base/sections/annex.yaml",
        "{value: ransomware, label: Ransomware}",
        "{value: ../ransomware, label: Ransomware}",
    )

    assert "sections[0].questions[0].options: '../ransomware' is no playbook id" in problem


def test_problems_of_all_files_are_told_at_once(shelf):
    shelf.edit(HEADER, "name: Small plan\n", "")
    shelf.edit("templates/base/sections/lifecycle.yaml", "kind: choice\n", "kind: pick\n")
    shelf.edit("templates/playbooks/ransomware.yaml", "phase: contain", "phase: panic")

    told = shelf.problems()

    assert [line.partition(": ")[0] for line in told] == [
        HEADER,
        "templates/base/sections/lifecycle.yaml",
        "templates/playbooks/ransomware.yaml",
    ]
