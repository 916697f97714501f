import pytest

from app.cli.exits import FAILED
from app.services.approving.handover import NOT_SEPARATED
from tests.integration.cli.approving import (
    acts,
    copied,
    done,
    edited,
    identity,
    signature,
    signing,
)
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.usefixtures("one_shop")


@pytest.fixture
def fresh(finished, tmp_path):
    return copied(finished, tmp_path)


@pytest.fixture
def plan(in_review, tmp_path):
    return copied(in_review, tmp_path)


@pytest.fixture
def issued(in_force, tmp_path):
    return copied(in_force, tmp_path)


def test_a_version_is_reviewed_approved_and_issued(plan):
    review = done("review", plan, "--by", "Rita Moss", "--role", "CISO", "--reason", "Read it.")
    first = done("approve", plan, "--by", "Carl Dent", "--role", "CEO")
    second = done("approve", plan, "--by", "Dora Young")

    assert review.out.startswith("I, Rita Moss, CISO, have reviewed and support version 2.0 of ")
    assert "\nIt waits for 2 approvals (asked: Carl Dent, Dora Young).\n" in review.out
    assert "\nIt waits for 1 approval (asked: Dora Young).\n" in first.out
    assert f"\nVersion 2.0 is issued. Content SHA-256: {acts(plan)[-1].content}\n" in second.out
    assert [act.deed.value for act in acts(plan)] == [
        *("submitted", "reviewed", "approved", "approved", "issued")
    ]


def test_on_the_authors_account_it_is_said_that_duties_are_not_separated(fresh):
    plan = fresh
    done("submit", plan, "--summary", "First", "--reviewer", "Rita", "--approver", "Carl")

    assert NOT_SEPARATED in done("review", plan, "--by", "Rita").out
    assert NOT_SEPARATED in done("approve", plan, "--by", "Carl").out


def test_a_declaration_is_signed_with_an_identity(plan, tmp_path):
    rita = identity(tmp_path, "Rita Moss")

    run = done("review", plan, "--by", "Rita Moss", *signing(rita))

    signed = signature(acts(plan)[-1])
    assert signed.subject == "CN=Rita Moss,O=Example"
    assert len(signed.fingerprint.split(":")) == 32
    assert not signed.returned
    assert "Note: " not in run.out


def test_another_name_in_the_certificate_is_noted(plan, tmp_path):
    zoe = identity(tmp_path, "Zoe Hart")

    run = done("review", plan, "--by", "Rita Moss", *signing(zoe))

    assert "\nNote: The certificate names Zoe Hart; the declaration is by Rita Moss.\n" in run.out


def test_one_certificate_serves_one_person(plan, tmp_path):
    rita = identity(tmp_path, "Rita Moss")
    done("review", plan, "--by", "Rita Moss", *signing(rita))

    run = irplan("version", "approve", plan, "--by", "Carl Dent", *signing(rita))

    assert run.code == FAILED
    assert run.err.startswith("irplan: approval.key-of-another: Rita Moss signed in this plan")
    assert len(acts(plan)) == 2


def test_an_approval_before_the_review_is_refused(plan):
    run = irplan("version", "approve", plan, "--by", "Carl Dent")

    assert run.code == FAILED
    assert "1 review is still missing" in run.err
    assert len(acts(plan)) == 1


def test_changes_are_requested(plan):
    run = done("request-changes", plan, "--by", "Rita Moss", "--reason", "Times are missing")

    assert "\nVersion 2.0 was sent back; edit the plan and submit it again.\n" in run.out
    assert acts(plan)[-1].reason == "Times are missing"


def test_an_emergency_is_issued_at_once_and_reviewed_afterwards(fresh):
    plan = fresh
    edited(plan, "Nadia Roth")
    words = ("--by", "Carl Dent", "--reason", "Attack", "--review-by", "2026-11-30")

    run = done("emergency", plan, *words)

    assert "\nVersion 2.0 is issued. " in run.out
    assert "\nSomebody else has to review it by 2026-11-30.\n" in run.out

    after = done("review-afterwards", plan, "2.0", "--by", "Rita Moss")

    assert "\nVersion 2.0 was reviewed after the emergency.\n" in after.out
    assert [act.deed.value for act in acts(plan)] == ["issued-in-emergency", "reviewed-afterwards"]


def test_whoever_issued_in_an_emergency_does_not_review_it(fresh):
    plan = fresh
    edited(plan, "Nadia Roth")
    done("emergency", plan, "--by", "Carl Dent", "--reason", "Attack")

    run = irplan("version", "review-afterwards", plan, "2.0", "--by", "carl  DENT")

    assert run.code == FAILED
    assert "somebody else must" in run.err


def test_a_version_is_withdrawn(issued):
    run = done("withdraw", issued, "2.0", "--by", "Carl Dent", "--reason", "Merged")

    assert run.out.splitlines()[1] == "Version 2.0 is withdrawn."
    again = irplan("version", "withdraw", issued, "2.0", "--by", "Carl Dent", "--reason", "Merged")
    assert again.err.startswith("irplan: approval.not-allowed: There is no issued version '2.0'")


def test_names_cannot_steer_the_terminal(plan):
    run = irplan("version", "withdraw", plan, "\x1b[2J", "--by", "\x1b[31mEve", "--reason", "x")

    assert run.code == FAILED
    assert "\x1b" not in run.out + run.err
