"""A round trip between two machines: request, answer, and what is taken back."""

import json
import shutil

import pikepdf
import pytest

from app.cli.exits import FAILED
from app.services.approving.asking import PERSONAL
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


@pytest.fixture(scope="module")
def there(in_review, tmp_path_factory):
    """The other machine: Rita's request, her identity, and her answer."""
    folder = tmp_path_factory.mktemp("there")
    request = folder / "rita.irplan-request"
    done("request", in_review, "--to", "Rita Moss", "--out", request)
    rita = identity(folder, "Rita Moss")
    done("answer", request, *signing(rita), "--role", "CISO", "--reason", "Read it all.")
    return folder


@pytest.fixture
def plan(in_review, tmp_path):
    return copied(in_review, tmp_path)


@pytest.fixture
def answer(there):
    return there / "rita.irplan-response"


def fingerprint(answer):
    return json.loads(answer.read_text("utf-8"))["certificate"]["fingerprint"]


def test_a_request_says_that_personal_data_is_in_it(in_review, tmp_path):
    out = tmp_path / "carl.irplan-request"

    run = done("request", in_review, "--to", "Carl Dent", "--out", out)

    assert (
        run.out.splitlines()[0]
        == f"Wrote {out}: Carl Dent is asked for an approval of version 2.0."
    )
    assert PERSONAL in run.out
    assert out.stat().st_mode & 0o077 == 0


def test_nobody_else_is_asked(in_review, tmp_path):
    run = irplan("version", "request", in_review, "--to", "Eve", "--out", tmp_path / "x")

    assert run.code == FAILED
    assert run.err.startswith("irplan: handover.not-asked: Eve was not asked")
    assert not (tmp_path / "x").exists()


def test_a_request_is_shown_and_laid_out_as_a_draft_to_read(there, tmp_path):
    pdf = tmp_path / "plan.pdf"

    run = done("answer", there / "rita.irplan-request", "--pdf", pdf)

    assert run.out.startswith("Rita Moss is asked for a review of version 2.0 of LS-IRP-1.\n")
    assert "\nSubmitted by Ann: First issue (material)\n" in run.out
    assert run.out.endswith("\nNothing was signed; answer with --sign ID.p12 --out FILE.\n")
    with pikepdf.open(pdf) as made:
        assert "approval.json" not in made.attachments
        assert "plan.json" in made.attachments


def test_an_answer_is_always_signed(there, tmp_path):
    for more in (("--out", tmp_path / "x"), ("--changes", "Times")):
        run = irplan("version", "answer", there / "rita.irplan-request", *more)

        assert run.code == FAILED
        assert run.err.startswith("irplan: handover.answer-unsigned: ")


def test_an_answer_is_taken_once_its_fingerprint_is_confirmed(plan, answer):
    run = done("take", plan, answer, "--fingerprint", fingerprint(answer).lower())

    act = acts(plan)[-1]
    assert (act.by, act.role, act.reason) == ("Rita Moss", "CISO", "Read it all.")
    assert signature(act).returned
    assert "\nSigned by CN=Rita Moss,O=Example,\n" in run.out
    assert f"\nSHA-256 fingerprint {fingerprint(answer)}\n" in run.out
    assert "Note:" not in run.out
    assert "    the signature holds; " in done("list", plan).out

    again = irplan("version", "take", plan, answer)

    assert again.code == FAILED
    assert again.err.startswith("irplan: handover.taken-already: ")
    assert len(acts(plan)) == 2


@pytest.mark.parametrize(
    ("more", "sentence"),
    [((), "This is the first signature"), (("--fingerprint", "AB:CD"), "is not the one that")],
)
def test_without_the_right_fingerprint_nothing_is_entered(plan, answer, more, sentence):
    run = irplan("version", "take", plan, answer, *more)

    assert run.code == FAILED
    assert run.err.startswith("irplan: handover.fingerprint: ")
    assert sentence in run.err
    assert len(acts(plan)) == 1


class Terminal:
    """Somebody who sits there and types one line."""

    def __init__(self, line):
        self.line = line

    def isatty(self):
        return True

    def readline(self):
        return self.line


@pytest.mark.parametrize(("typed", "taken"), [("yes\n", 2), ("no\n", 1), ("\n", 1), ("", 1)])
def test_the_person_at_the_terminal_is_asked(plan, answer, monkeypatch, typed, taken):
    monkeypatch.setattr("sys.stdin", Terminal(typed))

    run = irplan("version", "take", plan, answer)

    assert "Is this the fingerprint that Rita Moss gave you by another way? [yes/no] " in run.out
    assert len(acts(plan)) == taken


def test_changes_are_requested_from_the_other_machine(plan, there, tmp_path):
    out = tmp_path / "no.irplan-response"
    words = (*signing(there / "rita.p12"), "--changes", "Times are missing", "--out", out)
    done("answer", there / "rita.irplan-request", *words)

    run = done("take", plan, out, "--fingerprint", fingerprint(out))

    assert run.out.endswith("\nVersion 2.0 was sent back; edit the plan and submit it again.\n")
    assert acts(plan)[-1].reason == "Times are missing"


def test_another_name_in_the_certificate_is_noted_on_both_sides(plan, there, tmp_path):
    out = tmp_path / "zoe.irplan-response"
    zoe = identity(tmp_path, "Zoe Hart")
    note = "Note: The certificate names Zoe Hart; the declaration is by Rita Moss.\n"

    assert note in done("answer", there / "rita.irplan-request", *signing(zoe), "--out", out).out
    assert note in done("take", plan, out, "--fingerprint", fingerprint(out)).out


def test_an_answer_to_a_plan_that_was_edited_since_is_refused(plan, answer):
    edited(plan, "Nadia Roth")

    run = irplan("version", "take", plan, answer, "--fingerprint", fingerprint(answer))

    assert run.code == FAILED
    assert run.err.startswith("irplan: handover.no-longer-asked: ")


def test_an_answer_to_another_plan_is_refused(begun, answer, tmp_path):
    other = copied(begun, tmp_path)

    run = irplan("version", "take", other, answer, "--fingerprint", fingerprint(answer))

    assert run.err.startswith("irplan: handover.other-plan: ")


def test_a_reworded_answer_is_refused(plan, answer, tmp_path):
    spoiled = tmp_path / "x.irplan-response"
    spoiled.write_text(answer.read_text("utf-8").replace("Read it all.", "Read it not."), "utf-8")

    run = irplan("version", "take", plan, spoiled, "--fingerprint", fingerprint(answer))

    assert run.err.startswith("irplan: handover.signature: The signature does not hold: ")
    assert len(acts(plan)) == 1


@pytest.mark.parametrize("way", ["take", "answer"])
def test_what_is_no_such_file_is_refused_in_one_sentence(plan, tmp_path, way):
    file = tmp_path / "x"
    shutil.copy(plan, file)
    words = (plan, file) if way == "take" else (file,)

    run = irplan("version", way, *words)

    assert run.code == FAILED
    assert run.err.startswith("irplan: handover.unreadable: x is ")
    assert run.err.count("\n") == 1
