"""The templates and frameworks that are shipped."""

from collections import Counter

import pytest

from app.domain.judgement.requirements import Confidence, FrameworkStatus, Relevance
from app.domain.plan.sections import SECTION_KEYS
from app.paths import data_folder
from app.persistence.library.store import FileLibrary
from app.persistence.library.templates import PLAYBOOKS, template_ids

TEMPLATES = template_ids(data_folder("templates"))
FRAMEWORKS = sorted(path.stem for path in data_folder("frameworks").glob("*.yaml"))


@pytest.fixture(scope="module")
def library():
    return FileLibrary(data_folder("templates"), data_folder("frameworks"))


@pytest.mark.parametrize("template_id", TEMPLATES)
def test_a_shipped_template_loads_whole(library, template_id):
    template = library.template(template_id)

    assert tuple(template.by_key) == SECTION_KEYS
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
def test_a_shipped_framework_is_current_and_names_its_source(library, framework_id):
    framework = library.framework(framework_id)

    assert framework.status is FrameworkStatus.CURRENT
    assert framework.licence
    assert all(item.source and item.hint for item in framework.requirements)


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
