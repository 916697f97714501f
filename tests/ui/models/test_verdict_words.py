"""What verdicts are called; nothing may be left without a word and an icon."""

from enum import Enum

import pytest

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.crosswalk import Relation, SourceKind
from app.domain.judgement.elements.element import ElementState, ElementStatus
from app.domain.judgement.requirements import CheckKind, FrameworkStatus
from app.domain.judgement.vouching import Vouched
from app.domain.plan.assurance import Attestation
from app.domain.plan.ids import RecordId
from tests.ui.fakes import TODAY
from tests.ui.pages.coverage.shelf import ELEMENTS, requirement
from ui.models.verdict_words import (
    BAR_TONES,
    ELEMENT_LOOKS,
    VERDICT_LOOKS,
    brief_of,
    element_word,
    relation_text,
    source_kind_text,
    standing_text,
    verdict_word,
)
from ui.widgets.icons import icon


@pytest.mark.parametrize(
    ("words", "kind", "distinct"),
    [
        (verdict_word, Verdict, 5),
        (element_word, ElementState, 4),
        (standing_text, FrameworkStatus, 3),
        (relation_text, Relation, 4),
        (source_kind_text, SourceKind, 3),
    ],
)
def test_every_member_has_a_word(words, kind: type[Enum], distinct):
    assert len({words(member) for member in kind} - {""}) == distinct


def test_every_state_has_an_icon_that_exists(qapp):
    assert set(VERDICT_LOOKS) == set(BAR_TONES) == set(Verdict)
    assert set(ELEMENT_LOOKS) == set(ElementState)
    for looks in (VERDICT_LOOKS, ELEMENT_LOOKS):
        assert all(not icon(name).isNull() for name, _ in looks.values())


def test_verdicts_differ_by_icon_not_by_colour_alone():
    assert len({name for name, _ in VERDICT_LOOKS.values()}) == len(Verdict)


@pytest.mark.parametrize(
    ("verdict", "check", "brief"),
    [
        (Verdict.NOT_MET, CheckKind.MUST_COVER, "Missing: the goal of the plan"),
        (Verdict.NEEDS_PERSON, CheckKind.LINK_EVIDENCE, "A record has to be linked"),
        (Verdict.NEEDS_PERSON, CheckKind.CROSS_REF, "Another document has to be confirmed"),
        (Verdict.NEEDS_PERSON, CheckKind.MUST_COVER, "Somebody has to attest it"),
        (Verdict.NOT_APPLICABLE, CheckKind.MUST_COVER, "Because."),
        (Verdict.MET, CheckKind.MUST_COVER, ""),
    ],
)
def test_a_brief_says_what_is_left_to_do(verdict, check, brief):
    lacking = ElementStatus(ELEMENTS[0], ElementState.NOT_MET)
    status = RequirementStatus(requirement("A", "T", check=check), verdict, "Because.", (lacking,))

    assert brief_of(status) == brief


def test_a_brief_names_who_attested():
    attestation = Attestation(RecordId("f/A"), "Ada", "Looked.", TODAY)
    status = RequirementStatus(requirement("A", "T"), Verdict.MET, "", vouched=Vouched(attestation))

    assert brief_of(status) == "Attested by Ada"
