import tomllib

import pytest

from app.cli.exits import FAILED, USAGE
from tests.integration.cli.running import irplan


def test_the_printed_form_makes_a_plan_as_it_stands(tmp_path):
    form = irplan("answers")
    path = tmp_path / "answers.toml"
    path.write_text(form.out, "utf-8")

    made = irplan("new", tmp_path / "plan.irplan", "--answers", path)

    assert form.code == made.code == 0
    assert tomllib.loads(form.out) == {
        "template": "combined",
        "language": "en-GB",
        "answers": {},
    }
    assert (tmp_path / "plan.irplan").is_file()


def test_an_unknown_template_is_refused_and_the_known_are_named():
    run = irplan("answers", "--template", "none")

    assert run.code == FAILED
    assert run.err.startswith("irplan: library.unknown-template: ")
    assert "combined" in run.err
    assert run.out == ""


def test_what_is_given_chooses_what_is_proposed():
    form = irplan("answers", "--given", "profile.sector=health")

    assert form.code == 0
    assert tomllib.loads(form.out)["answers"] == {"profile": {"sector": "health"}}


@pytest.mark.parametrize("given", ["profile.sector", "=health", "profile.sector="])
def test_what_is_no_pair_is_refused(given):
    run = irplan("answers", "--given", given)

    assert run.code == USAGE
    assert "expected QUESTION=ANSWER" in run.err


def test_a_given_answer_that_does_not_fit_is_refused():
    run = irplan("answers", "--given", "profile.sector=circus")

    assert run.code == FAILED
    assert run.err.startswith("irplan: answers.given-unfit: profile.sector=circus does not fit")
