import pytest

from app.domain.document.tree import CrossReference, PageOf
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.elements.element import Says
from app.domain.judgement.requirements import CheckKind, FrameworkStatus
from app.domain.plan.assurance import Exclusion, requirement_key
from app.domain.plan.profile import Profile
from app.export.compose.coverage import TONES, scope_words, short_name, standing_words, summary
from tests.builders import plan_with
from tests.labels import ENGLISH, scribe
from tests.unit.export.compose.judged import element, framework, judged, requirement, written
from tests.unit.export.compose.reading import column, only_table, rows

ELEMENTS = (
    element("staff", "staff", Says(("scope",), (("staff",),))),
    element("guests", "guests", Says(("scope",), (("guest",),))),
)


def judgement(*requirements, **changes):
    plan = plan_with(
        written("scope", "It binds all staff."),
        Exclusion(requirement_key("nist", "D"), "No such thing."),
        profile=Profile(frameworks=("nist",)),
    )
    return judged(plan, framework(*requirements, **changes), elements=ELEMENTS)


def summarised(judgement_):
    return summary(judgement_, scribe(judgement_.plan))


def test_every_verdict_has_a_tone():
    assert set(TONES) == set(Verdict)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (FrameworkStatus.CURRENT, ""),
        (FrameworkStatus.WITHDRAWN, "withdrawn edition"),
        (FrameworkStatus.NOT_YET_IN_FORCE, "not yet in force"),
    ],
)
def test_the_standing_of_an_edition_is_told_unless_it_is_current(status, said):
    assert standing_words(framework(status=status), ENGLISH) == said


def test_the_summary_counts_each_verdict():
    judged_ = judgement(
        requirement("A", needs=("staff",)),
        requirement("A2", needs=("staff",)),
        requirement("B", needs=("staff", "guests")),
        requirement("C", needs=("guests",)),
        requirement("D", needs=("guests",)),
        requirement("E", needs=("staff",), check=CheckKind.ATTEST),
    )

    made = only_table(summarised(judged_))

    assert [column_.title for column_ in made.columns[1:]] == [
        "Met",
        "Partly",
        "Not met",
        "Needs a person",
        "Not applicable",
        "Page",
    ]
    assert [row[1:] for row in rows(made)] == [("2", "1", "1", "1", "1", "#")]


def test_a_row_of_the_summary_leads_to_the_requirements_one_by_one():
    (row,) = only_table(summarised(judgement(requirement("A")))).rows

    (name,), (page,) = row[0].paragraphs[0], row[-1].paragraphs[0]
    assert isinstance(name, CrossReference)
    assert name.anchor == "traceability:nist"
    assert page == PageOf("traceability:nist")


def test_an_edition_that_may_not_be_cited_as_current_says_so():
    made = only_table(summarised(judgement(status=FrameworkStatus.WITHDRAWN)))

    assert column(made, "Framework")[0].endswith(" (withdrawn edition)")


def test_without_a_framework_the_summary_is_empty():
    assert rows(only_table(summarised(judged(plan_with(written("scope")))))) == []


def test_a_short_name_ends_before_the_subtitle():
    assert short_name(framework(name="ISO 1, Name: more")) == "ISO 1"
    assert short_name(framework(name="Law: of 2026, amended")) == "Law"


def test_the_part_of_a_framework_that_a_baseline_leaves_is_told():
    low, high = requirement("A", baselines=("low",)), requirement("B", baselines=("high",))
    profile = Profile(frameworks=("nist",), baseline="Low")
    chosen = judged(plan_with(profile=profile), framework(low, high))
    everything = judged(plan_with(profile=Profile(frameworks=("nist",))), framework(low, high))

    assert scope_words(chosen, framework(low, high), ENGLISH) == "low baseline: 1 of 2 requirements"
    assert rows(only_table(summarised(chosen)))[0][0].endswith(
        " (low baseline: 1 of 2 requirements)"
    )
    assert scope_words(everything, framework(low, high), ENGLISH) == ""
