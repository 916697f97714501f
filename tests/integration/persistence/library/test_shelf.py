import pytest

from app.paths import data_folder
from app.persistence.library.frameworks import framework_ids, read_framework
from app.persistence.library.shelf import read_shelf
from app.services.library import LibraryFileInvalid

NAME = "frameworks/small-framework.yaml"


def test_a_framework_is_told_by_its_head_alone(shelf):
    path = shelf.root / NAME
    head, _, _ = path.read_text(encoding="utf-8").partition("requirements:")
    path.write_text(head + "requirements:\n  - id: [\n", encoding="utf-8")

    (summary,) = read_shelf(path.parent)

    assert (summary.id, summary.edition, summary.aliases) == (
        "small-framework",
        "First",
        ("old-name",),
    )
    assert (summary.requirements, summary.has_baselines) == (1, False)


@pytest.mark.parametrize("framework_id", framework_ids(data_folder("frameworks")))
def test_what_is_told_of_a_shipped_framework_is_what_it_holds(framework_id):
    folder = data_folder("frameworks")
    (summary,) = (item for item in read_shelf(folder) if item.id == framework_id)

    framework = read_framework(folder, framework_id)

    assert summary.requirements == len(framework.requirements)
    assert summary.has_baselines == framework.has_baselines
    assert (summary.name, summary.aliases) == (framework.name, framework.aliases)
    assert (summary.status, summary.kind) == (framework.status, framework.kind)


def test_two_frameworks_of_one_name_are_told(shelf):
    text = (shelf.root / NAME).read_text(encoding="utf-8")
    other = text.replace("id: small-framework", "id: another")
    (shelf.root / "frameworks/another.yaml").write_text(other, encoding="utf-8")

    assert shelf.problems() == [f"{NAME}: 'old-name' is also a name of another"]


def test_every_broken_head_is_told(shelf):
    folder = shelf.root / "frameworks"
    (folder / "a.yaml").write_text("id: a\nrequirements:\n", encoding="utf-8")
    (folder / "b.yaml").write_bytes(b"\xff")
    (folder / "c.yaml").write_text("id: [", encoding="utf-8")

    with pytest.raises(LibraryFileInvalid) as caught:
        read_shelf(folder)

    problems = caught.value.problems
    assert "frameworks/a.yaml: name: is missing" in problems
    assert "frameworks/b.yaml: byte 1 is not UTF-8; save it as UTF-8" in problems
    assert problems[-1].startswith("frameworks/c.yaml: line ")


def test_a_file_without_requirements_holds_none(shelf):
    path = shelf.root / NAME
    head, _, _ = path.read_text(encoding="utf-8").partition("requirements:")
    path.write_text(head, encoding="utf-8")

    (summary,) = read_shelf(path.parent)

    assert (summary.requirements, summary.has_baselines) == (0, False)
    assert shelf.problems() == [f"{NAME}: requirements: is missing"]
