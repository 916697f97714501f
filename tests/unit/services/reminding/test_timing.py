from pathlib import Path

from app.services.reminding.timing import Task

PLANS = (Path("/p/one.irplan"), Path("/p/-x.irplan"))


def test_a_task_runs_the_command_with_its_ways_and_plans():
    assert Task(PLANS, mail=True).words == (
        "remind",
        "--mail",
        "--notify",
        "--",
        "/p/one.irplan",
        "/p/-x.irplan",
    )
    assert Task(PLANS[:1], notify=False).words == ("remind", "--", "/p/one.irplan")
