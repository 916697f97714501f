"""Every word passes through, no code does."""

from dataclasses import replace

from app.domain.interview.conditions import Equals
from app.domain.interview.questions import AnswerKind, Option
from app.domain.interview.template import (
    Guidance,
    Part,
    Proposal,
    ProseBlock,
    StartingRecord,
    Topic,
)
from app.domain.interview.wording import texts_of, worded
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.playbooks import Playbook
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import question, rid, role, section, template

NODE = TreeNode(rid("n"), rid("t"), None, NodeTarget.ROLE, target_id="lead", if_no_answer="Wait.")
LEVEL = SeverityLevel(
    rid("s1"),
    "Worst",
    1,
    examples=("Fire",),
    informed=(rid("lead"),),
    respond_in_hours=Duration(1, TimeUnit.HOURS),
)
BOOK = Playbook(rid("fire"), "Fire", techniques=("T1486",), floor=rid("s1"), metrics=("Time",))
WHOLE = template(
    section(
        "scope",
        guidance=Guidance(("Short.",), ("Who?",), ("Long.",)),
        prose=(ProseBlock("We act.", Equals("scope.kind", "big")),),
        otherwise="Not here.",
        questions=(
            question(
                "scope.kind", AnswerKind.CHOICE, options=(Option("big", "Large"),), why="Law."
            ),
            question("scope.sites", AnswerKind.LIST, example="Hull", default=("Hull", "York")),
            question("scope.name", default="Ours"),
            question("scope.count", AnswerKind.NUMBER, default=3),
        ),
    ),
    topics=(Topic("first", "First", "Begin."), Topic("second", "Second")),
    parts=(Part("one", "One", ("scope",)),),
    starting=tuple(StartingRecord(item) for item in (NODE, LEVEL, BOOK, role("lead"))),
    proposals=(Proposal("scope.kind", "big"), Proposal("scope.name", "Theirs")),
)


def shouted(text):
    return text.upper()


def test_words_change_and_codes_stay():
    loud = worded(WHOLE, shouted)

    said = loud.by_key["scope"]
    assert (said.title, said.purpose, said.otherwise) == ("SCOPE", "WHY IT IS THERE.", "NOT HERE.")
    assert said.guidance == Guidance(("SHORT.",), ("WHO?",), ("LONG.",))
    assert said.prose == (ProseBlock("WE ACT.", Equals("scope.kind", "big")),)
    assert loud.questions["scope.kind"].options == (Option("big", "LARGE"),)
    assert loud.questions["scope.kind"].why == "LAW."
    assert loud.questions["scope.sites"].default == ("HULL", "YORK")
    assert loud.questions["scope.name"].default == "OURS"
    assert loud.questions["scope.count"].default == 3
    assert loud.proposals == (Proposal("scope.kind", "big"), Proposal("scope.name", "THEIRS"))
    assert loud.parts == (Part("one", "ONE", ("scope",)),)
    assert loud.topics == (Topic("first", "FIRST", "BEGIN."), Topic("second", "SECOND"))
    assert (loud.id, loud.language, loud.frameworks) == ("small", "en-GB", ("csf-2",))


def test_records_keep_their_links_times_and_codes():
    node, level, book, lead = (item.record for item in worded(WHOLE, shouted).starting)

    assert node == replace(NODE, if_no_answer="WAIT.")
    assert level == replace(LEVEL, name="WORST", examples=("FIRE",))
    assert book == replace(BOOK, name="FIRE", metrics=("TIME",))
    assert lead.id == "lead"


def test_every_text_is_listed_once():
    listed = texts_of(WHOLE)

    assert len(listed) == len(set(listed))
    assert {"Fire", "We act.", "Large", "Wait.", "One"} <= set(listed)
    assert not {"big", "lead", "T1486", "s1", ""} & set(listed)


def test_nothing_changes_when_the_words_stay():
    assert worded(WHOLE, lambda text: text) == WHOLE
