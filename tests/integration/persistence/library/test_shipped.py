"""The templates and frameworks that are shipped."""

from collections import Counter

import pytest

from app.domain.judgement.requirements import Confidence, FrameworkStatus, Relevance
from app.domain.plan.sections import SECTION_KEYS
from app.paths import data_folder
from app.persistence.library.templates import PLAYBOOKS, template_ids
from tests.shipped import SHIPPED_LIBRARY

TEMPLATES = template_ids(data_folder("templates"))
FRAMEWORKS = sorted(path.stem for path in data_folder("frameworks").glob("*.yaml"))


@pytest.fixture(scope="module")
def library():
    return SHIPPED_LIBRARY


@pytest.mark.parametrize("template_id", TEMPLATES)
def test_a_shipped_template_loads_whole(library, template_id):
    template = library.template(template_id)

    assert sorted(template.by_key) == sorted(SECTION_KEYS)
    assert all(section.questions for section in template.sections)


def test_every_shipped_playbook_is_offered_by_a_template(library):
    shipped = {path.stem for path in (data_folder("templates") / PLAYBOOKS).glob("*.yaml")}

    offered = {
        option.value
        for template_id in TEMPLATES
        for option in library.template(template_id).questions["playbooks.adopt"].options
    }

    assert offered == shipped


@pytest.mark.parametrize("framework_id", FRAMEWORKS)
def test_a_shipped_framework_names_its_licence_and_its_sources(library, framework_id):
    framework = library.framework(framework_id)

    assert framework.licence
    assert framework.note
    assert all(item.source and item.hint and item.level for item in framework.requirements)


def test_all_frameworks_are_shipped_whole(library):
    counts = {item: len(library.framework(item).requirements) for item in FRAMEWORKS}

    assert counts == {
        "apra-cps-234": 6,
        "cis-controls-8-1": 9,
        "cmmc-2-level-2": 3,
        "cra-article-14": 3,
        "dora": 32,
        "easa-part-is": 4,
        "fedramp-cr26-iec": 7,
        "ftc-safeguards": 8,
        "gdpr": 10,
        "hipaa": 13,
        "iso-22301-2019": 5,
        "iso-iec-27001-2022": 68,
        "iso-iec-27035-1-2023": 8,
        "iso-iec-27035-2-2023": 23,
        "iso-iec-27035-3-2020": 7,
        "iso-iec-27035-4-2024": 1,
        "ncsc-caf-4-0": 5,
        "nerc-cip-008-6": 9,
        "nis2": 37,
        "nist-csf-2-0": 134,
        "nist-sp-800-171r3": 5,
        "nist-sp-800-53r5-ir": 84,
        "nist-sp-800-61r2": 51,
        "nist-sp-800-61r3": 154,
        "nydfs-500": 14,
        "pci-dss-4-0-1": 18,
        "sec-cyber": 3,
        "soc2-2017": 9,
    }


def test_only_the_legacy_guide_is_withdrawn_and_it_says_what_replaced_it(library):
    frameworks = [library.framework(item) for item in FRAMEWORKS]

    legacy = [item for item in frameworks if item.status is not FrameworkStatus.CURRENT]

    assert [(item.id, item.status) for item in legacy] == [
        ("nist-sp-800-61r2", FrameworkStatus.WITHDRAWN)
    ]
    assert "replaced by Rev. 3" in legacy[0].edition
    assert "never cite it as the current edition" in " ".join(legacy[0].note.split())


@pytest.mark.parametrize(
    ("framework_id", "spelling", "requirement_id"),
    [
        ("cis-controls-8-1", "CIS 17.4", "17.4"),
        ("cra-article-14", "Art. 14(8)", "14(8)"),
        ("dora", "Art. 17(3)(a)", "17.3.a"),
        ("dora", "2024/1774 Art. 22", "1774-22"),
        ("easa-part-is", "IS.I.OR.230", "230"),
        ("gdpr", "Article 33(1)", "Art.33(1)"),
        ("hipaa", "164.308(a)(6)", "164.308(a)(6)(i)"),
        ("hipaa", "§ 164.404", "164.404"),
        ("nerc-cip-008-6", "R1 Part 1.2", "R1.1.2"),
        ("nis2", "Art. 21(2)(b)", "21.2.b"),
        ("nis2", "2024/2690 3.4.2", "2690-3.4.2"),
        ("nist-sp-800-61r2", "§2.3.3", "2.3.3"),
        ("nist-sp-800-61r2", "phase:Detection and Analysis", "phase-2"),
        ("nydfs-500", "23 NYCRR 500.17(a)", "500.17(a)"),
        ("pci-dss-4-0-1", "12.9", "12.8.5/12.9"),
        ("sec-cyber", "Form 8-K Item 1.05", "8-K1.05"),
        ("soc2-2017", "A1.3", "A1.3"),
    ],
)
def test_a_requirement_answers_to_the_spellings_people_use(
    library, framework_id, spelling, requirement_id
):
    found = library.framework(framework_id).find(spelling)

    assert found is not None
    assert found.id == requirement_id


@pytest.mark.parametrize(
    ("framework_id", "from_memory"),
    [
        ("pci-dss-4-0-1", {"A1.2.2", "A1.2.3", "12.8.5/12.9"}),
        ("soc2-2017", {"A1.3", "P6.3", "P6.6"}),
    ],
)
def test_what_is_known_from_memory_only_is_called_so(library, framework_id, from_memory):
    framework = library.framework(framework_id)

    unsure = {item.id for item in framework.requirements if item.confidence is Confidence.MEMORY}

    assert unsure == from_memory
    assert "from memory" in " ".join(framework.note.split())


def test_the_cybersecurity_framework_holds_exactly_the_live_outcomes(library):
    outcomes = library.framework("nist-csf-2-0").requirements

    levels = Counter(item.level for item in outcomes)

    assert levels == {"function": 6, "category": 22, "subcategory": 106}


@pytest.mark.parametrize("withdrawn", ["RS.AN-01", "RS.RP", "RC.IM", "ID.BE-01", "DE.AE-01"])
def test_withdrawn_outcomes_of_the_cybersecurity_framework_are_not_there(library, withdrawn):
    assert library.framework("nist-csf-2-0").find(withdrawn) is None


def test_the_community_profile_covers_every_live_outcome(library):
    outcomes = {item.id for item in library.framework("nist-csf-2-0").requirements}

    profile = {item.id for item in library.framework("nist-sp-800-61r3").requirements}

    assert outcomes < profile


def test_the_baselines_of_the_incident_response_family(library):
    family = library.framework("nist-sp-800-53r5-ir")

    controls = {
        baseline: [item.id for item in family.chosen(baseline) if item.level != "part"]
        for baseline in ("low", "moderate", "high")
    }

    low = ["IR-1", "IR-2", "IR-4", "IR-5", "IR-6", "IR-7", "IR-8"]
    moderate = {*low, "IR-3", "IR-3(2)", "IR-4(1)", "IR-6(1)", "IR-6(3)", "IR-7(1)"}
    high = {*moderate, "IR-2(1)", "IR-2(2)", "IR-4(4)", "IR-4(11)", "IR-5(1)"}
    assert controls["low"] == low
    assert set(controls["moderate"]) == moderate
    assert set(controls["high"]) == high


def test_the_plan_control_lists_all_its_parts(library):
    family = library.framework("nist-sp-800-53r5-ir")

    parts = [family.find(f"ir-8_smt.a.{number}") for number in range(1, 11)]

    assert all(parts)


def test_controls_of_other_families_are_context(library):
    family = library.framework("nist-sp-800-53r5-ir")

    others = {item.relevance for item in family.requirements if not item.id.startswith("IR-")}

    assert others == {Relevance.CONTEXT}


def test_intent_in_our_own_words_is_never_called_read_in_the_primary_text(library):
    iso = [item for item in FRAMEWORKS if item.startswith("iso")]

    claimed = {
        requirement.confidence
        for framework_id in iso
        for requirement in library.framework(framework_id).requirements
    }

    assert claimed == {Confidence.MEDIUM, Confidence.MEMORY}
