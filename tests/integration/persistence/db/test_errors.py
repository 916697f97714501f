from pathlib import Path

import pytest

from app.persistence.db import errors
from app.persistence.db.errors import PlanFileProblem

PROBLEMS = [
    each
    for each in vars(errors).values()
    if isinstance(each, type) and issubclass(each, PlanFileProblem)
]
PARAMS = {
    name: f"<{name}>"
    for name in (
        "folder",
        "found",
        "known",
        "what",
        "backups",
        "holder",
        "companion",
        "record",
        "made",
    )
}


@pytest.mark.parametrize("kind", PROBLEMS)
def test_each_problem_is_one_sentence_or_two_about_the_file(kind: type[PlanFileProblem]) -> None:
    problem = kind(Path("/plans/plan.irplan"), **PARAMS)

    assert "plan.irplan" in problem.message
    assert "{" not in problem.message
    assert problem.message.endswith(".")
    assert problem.params["path"] == "/plans/plan.irplan"


@pytest.mark.parametrize("kind", PROBLEMS)
def test_a_file_name_is_no_format(kind: type[PlanFileProblem]) -> None:
    assert "{0.x} %s" in kind(Path("/plans/{0.x} %s"), **PARAMS).message
