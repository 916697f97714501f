"""Elements with every kind of test, over the plans of the tests of judgement."""

from app.domain.interview.conditions import Answered as IfAnswered
from app.domain.interview.conditions import Equals
from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    Element,
    Is,
    MatrixFilled,
    Mentions,
    Rows,
    Says,
    Since,
    Test,
)
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase


def element(key: str, *tests: Test, section: str = "purpose", **fields) -> Element:
    return Element(key, f"a {key}", section, tests, **fields)


ELEMENTS = (
    element("answers", Answered(("why", "detail"))),
    element("any-answer", Answered(("why", "note", "ot"), 1), section="scope"),
    element("asked-if", Answered(("ot",))),
    element("deputies", Rows(Kind.ROLE, 2, filled=("holder", "deputies"), every=True)),
    element("lawyer", Rows(Kind.ROLE, where=(Mentions(("name", "duties"), ("one",)),))),
    element("calls", Rows(Kind.TREE_NODE, filled=("target_id", "channels"))),
    element("fresh", Rows(Kind.PERSON, where=(Since("verified_on", 3),), filled=("channels",))),
    element("exercised", Rows(Kind.EXERCISE, where=(Since("on", "profile.review_months"),))),
    element("acts", Rows(Kind.RACI, filled=("assignments.role",))),
    element(
        "contained",
        Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Is("phase", (Phase.CONTAIN,)),)),
        section="contacts",
    ),
    element("words", Says(("purpose", "scope"), (("word",), ("see", "work")))),
    element("matrix", MatrixFilled()),
    element("mixed", Answered(("why",)), Says(("purpose",), (("csf",),))),
    element("where-ot", Rows(Kind.PERSON), when=Equals("profile.uses_ot", True)),
    element("where-why", MatrixFilled(), when=IfAnswered("why")),
)
