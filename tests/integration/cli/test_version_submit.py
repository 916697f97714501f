import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED
from app.domain.plan.acts import Route
from app.domain.plan.upkeep import ApprovalRule
from tests.integration.cli.approving import ASKED, acts, copied, done, edited, submitted
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.usefixtures("one_shop")


@pytest.fixture
def plan(finished, tmp_path):
    return copied(finished, tmp_path)


@pytest.fixture
def issued(in_force, tmp_path):
    return copied(in_force, tmp_path)


def last_act(plan):
    return acts(plan)[-1]


def test_a_plan_is_put_into_review(plan):
    run = submitted(plan, "--role", "Security officer")

    act = last_act(plan)
    assert (act.version, act.by, act.role, act.material) == ("2.0", "Ann", "Security officer", True)
    assert act.route == Route(("Rita Moss",), ("Carl Dent", "Dora Young"))
    assert run.out.splitlines() == [
        "Version 2.0 is in review; its changes are material.",
        f"Content SHA-256: {act.content}",
        "It waits for 1 review (asked: Rita Moss).",
        "It waits for 2 approvals (asked: Carl Dent, Dora Young).",
    ]


def test_the_rule_can_be_another(plan):
    submitted(plan, "--rule", "quorum", "--quorum", "1", "--reviews", "0")

    assert last_act(plan).route == Route(
        ("Rita Moss",), ("Carl Dent", "Dora Young"), ApprovalRule.QUORUM, 1, 0
    )


def test_the_number_follows_the_weight_and_an_override_needs_a_reason(issued):
    plan = issued
    edited(plan, "Nadia Roth")
    words = ("--summary", "Nadia joins", "--by", "Ann")
    other = "--major" if "not material" in proposed(plan, *words) else "--minor"

    run = irplan("version", "submit", plan, *words, other)

    assert run.code == FAILED
    assert run.err.startswith("irplan: approval.not-allowed: Say why the change is weighed")

    done("submit", plan, *words, other, "--because", "It is what the board asked for")
    act = last_act(plan)
    assert act.overruled == "It is what the board asked for"
    assert act.version == ("3.0" if other == "--major" else "2.1")


def proposed(plan, *words):
    """What is said of a submission that is taken back at once."""
    said = done("submit", plan, *words).out
    done("recall", plan)
    return said


def test_those_asked_last_are_asked_again(issued):
    plan = issued
    edited(plan, "Nadia Roth")

    done("submit", plan, "--summary", "Nadia joins")

    assert last_act(plan).route == Route(("Rita Moss",), ("Carl Dent", "Dora Young"))


def test_a_version_in_review_is_taken_back(plan):
    submitted(plan)

    run = done("recall", plan, "--by", "Ann", "--reason", "A number was missing")

    act = last_act(plan)
    assert (act.deed.value, act.by, act.reason) == ("recalled", "Ann", "A number was missing")
    assert run.out == "Version 2.0 was taken back; it can be edited and submitted again.\n"
    assert irplan("version", "recall", plan).err.startswith("irplan: approval.not-allowed: ")


def test_whoever_works_at_the_plan_submits_it_unless_named(plan):
    done("submit", plan, "--summary", "First issue", *ASKED)

    assert last_act(plan).by == workshop().history(plan).entries()[-1].actor


def test_a_plan_with_findings_that_block_is_not_submitted(begun, tmp_path):
    plan = copied(begun, tmp_path)
    before = plan.read_bytes()

    run = irplan("version", "submit", plan, "--summary", "First", *ASKED)

    assert run.code == FAILED
    assert "block" in run.err
    assert plan.read_bytes() == before


def test_nobody_approves_alone(plan):
    run = irplan(
        "version", "submit", plan, "--summary", "First", "--approver", "Ann", "--by", "Ann"
    )

    assert run.code == FAILED
    assert run.err.startswith("irplan: approval.not-allowed: ")
