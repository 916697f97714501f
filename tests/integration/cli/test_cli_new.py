import pytest

from app.cli.exits import FAILED
from tests.integration.cli.running import MINIMAL, irplan


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text(MINIMAL, "utf-8")
    return path


def test_a_plan_is_made_and_the_next_step_named(tmp_path, answers):
    plan = tmp_path / "plan.irplan"

    run = irplan("new", plan, "--answers", answers)

    assert (run.code, run.err) == (0, "")
    assert plan.is_file()
    assert "% complete, " in run.out
    assert f"Next: irplan check {plan}" in run.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.toml", "plan.irplan"]


def test_an_existing_file_is_never_overwritten(tmp_path, answers):
    plan = tmp_path / "plan.irplan"
    plan.write_bytes(b"precious")

    run = irplan("new", plan, "--answers", answers)

    assert run.code == FAILED
    assert run.err.startswith("irplan: ")
    assert "plan.irplan" in run.err
    assert plan.read_bytes() == b"precious"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[answers]\nprofile.legal_name = 3", "answers.invalid"),
        ("[answers", "answers.unreadable"),
    ],
)
def test_answers_that_do_not_fit_make_nothing(tmp_path, content, code):
    path = tmp_path / "answers.toml"
    path.write_text(content, "utf-8")

    run = irplan("new", tmp_path / "plan.irplan", "--answers", path)

    assert run.code == FAILED
    assert run.err.startswith(f"irplan: {code}: ")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["answers.toml"]


def test_a_folder_that_is_not_there_is_named(tmp_path, answers):
    run = irplan("new", tmp_path / "no" / "plan.irplan", "--answers", answers)

    assert run.code == FAILED
    assert str(tmp_path / "no") in run.err


def test_an_unknown_template_makes_nothing(tmp_path, answers):
    run = irplan("new", tmp_path / "plan.irplan", "--answers", answers, "--template", "none")

    assert run.err.startswith("irplan: library.unknown-template: ")
    assert not (tmp_path / "plan.irplan").exists()
