from app.domain.document.tree import CrossReference, PageOf, Tone
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import CheckKind, Confidence
from app.domain.plan.profile import Profile
from app.export.compose.coverage import TONES, WORDS, summary, traceability
from tests.builders import plan_with
from tests.unit.export.compose.judged import framework, judged, requirement, written
from tests.unit.export.compose.reading import captioned, column, headings, lines, only_table, rows

CHOSEN = Profile(frameworks=("nist",))


def judgement(*requirements, **changes):
    plan = plan_with(
        written("scope"),
        written("policy_statement", ""),
        written("special_scenarios", not_applicable="None."),
        profile=CHOSEN,
    )
    return judged(plan, framework(*requirements, **changes))


def test_every_verdict_has_words_and_a_tone():
    assert set(WORDS) == set(TONES) == set(Verdict)


def test_the_summary_counts_each_verdict():
    judged_ = judgement(
        requirement("A", "scope"),
        requirement("B", "scope", "policy_statement"),
        requirement("C", "policy_statement"),
        requirement("D", "special_scenarios"),
        requirement("E", "scope", check=CheckKind.ATTEST),
    )

    made = only_table(summary(judged_))

    assert [column_.title for column_ in made.columns[1:]] == [
        "Met",
        "Partly",
        "Not met",
        "Needs a person",
        "Not applicable",
    ]
    assert [row[1:] for row in rows(made)] == [("1", "1", "1", "1", "1")]


def test_without_a_framework_the_summary_is_empty():
    assert rows(only_table(summary(judged(plan_with(written("scope")))))) == []


def test_traceability_leads_to_section_and_page():
    judged_ = judgement(requirement("A", "scope", "policy_statement", "elsewhere"))

    made = only_table(traceability(judged_, {"scope": "1.1", "policy_statement": "1.2"}))

    assert rows(made) == [("A", "Title of A", "1.1 (p. #), 1.2 (p. #)", "partly")]
    (answered,) = made.rows[0][2].paragraphs
    assert answered[0] == CrossReference("section:scope", "1.1")
    assert answered[2] == PageOf("section:scope")
    assert made.rows[0][3].tone is Tone.WARN


def test_a_requirement_no_section_answers_has_an_empty_cell():
    made = only_table(traceability(judgement(requirement("A")), {}))

    assert column(made, "Answered in section") == [""]


def test_what_was_read_from_memory_says_so():
    judged_ = judgement(
        requirement("A", "scope", confidence=Confidence.MEMORY), requirement("B", "scope")
    )

    made = only_table(traceability(judged_, {}))

    assert column(made, "What it asks") == [
        "Title of A (from memory, not verified)",
        "Title of B",
    ]


def test_a_framework_is_introduced_by_its_full_name_and_origin():
    made = traceability(judgement(requirement("A"), url="https://nist.example"), {})

    assert headings(made) == ["NIST SP 800-61 Rev. 3"]
    assert lines(made)[1] == (
        "NIST SP 800-61 Rev. 3, Incident Response Recommendations · NIST, Rev. 3 · "
        "https://nist.example"
    )
    captioned(made, "NIST SP 800-61 Rev. 3: requirement, section and page")


def test_a_framework_without_an_address_ends_with_its_edition():
    assert lines(traceability(judgement(requirement("A")), {}))[1].endswith("NIST, Rev. 3")
