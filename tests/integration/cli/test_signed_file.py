import argparse
from pathlib import Path

import pytest

from app.cli.signed_file import FileStands, add_target, target_of


def target(file: Path, *words: object) -> Path:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    add_target(parser)
    return target_of(parser.parse_args([str(file), *map(str, words)]))


@pytest.mark.parametrize(
    ("there", "asked", "expected"),
    [
        ((), "plan.pdf", "plan.signed.pdf"),
        (("plan.signed.pdf",), "plan.pdf", "plan.signed2.pdf"),
        (("plan.signed.pdf",), "plan.signed.pdf", "plan.signed2.pdf"),
        (("plan.signed.pdf", "plan.signed2.pdf"), "plan.signed2.pdf", "plan.signed3.pdf"),
        ((), "plan.1.0.docx", "plan.1.0.signed.docx"),
        ((), "plan", "plan.signed"),
    ],
)
def test_the_signed_file_gets_a_free_name_beside_the_other(tmp_path, there, asked, expected):
    for name in there:
        (tmp_path / name).touch()

    assert target(tmp_path / asked) == tmp_path / expected


def test_another_name_may_be_given(tmp_path):
    assert target(tmp_path / "plan.pdf", "--out", tmp_path / "x.pdf") == tmp_path / "x.pdf"


def test_a_file_that_stands_there_is_not_replaced(tmp_path):
    (tmp_path / "x.pdf").touch()

    with pytest.raises(FileStands, match=r"x\.pdf"):
        target(tmp_path / "plan.pdf", "--out", tmp_path / "x.pdf")


def test_a_link_to_nowhere_is_not_replaced(tmp_path):
    (tmp_path / "x.pdf").symlink_to(tmp_path / "gone.pdf")

    with pytest.raises(FileStands):
        target(tmp_path / "plan.pdf", "--out", tmp_path / "x.pdf")


def test_a_name_longer_than_a_name_can_be_is_left_to_the_disk_to_refuse(tmp_path):
    longest = tmp_path / f"{'x' * 300}.pdf"

    assert target(longest).parent == tmp_path
    assert target(tmp_path / "plan.pdf", "--out", longest) == longest


def test_the_file_itself_is_replaced_when_asked_for(tmp_path):
    assert target(tmp_path / "plan.pdf", "--in-place") == tmp_path / "plan.pdf"
