import json

import pytest

from app.cli.exits import FAILED, USAGE
from tests.integration.cli.running import irplan


def test_frameworks_are_listed_one_a_line():
    run = irplan("frameworks")

    head, *rows = run.out.splitlines()
    assert run.code == 0
    assert head.split("  ")[0] == "ID"
    assert len(rows) == 28
    assert any(row.startswith("nist-csf-2-0 ") and "134" in row for row in rows)
    assert any(row.startswith("nist-sp-800-61r2 ") and " withdrawn " in row for row in rows)


def test_the_list_for_programs_says_how_requirements_are_judged():
    run = irplan("frameworks", "--json")

    report = json.loads(run.out)
    listed = {item["id"]: item for item in report["frameworks"]}
    assert report["format"] == "irplan-frameworks/1"
    assert len(listed) == 28
    assert sum(item["requirements"] for item in listed.values()) == 730
    for item in listed.values():
        assert list(item["judged_by"]) == ["structure", "words", "person"]
        assert sum(item["judged_by"].values()) == item["requirements"]


def test_one_framework_is_told_with_its_requirements():
    run = irplan("frameworks", "soc2-2017")

    lines = run.out.splitlines()
    assert run.code == 0
    assert lines[0].startswith("SOC 2, Trust Services Criteria 2017")
    at = lines.index("CC7.4  Incident response programme")
    assert lines[at + 1].startswith("    must_cover, judged by ")
    assert "confidence high" in lines[at + 1]
    assert lines[at + 2].strip()


def test_what_is_cited_from_memory_is_to_be_verified():
    run = irplan("frameworks", "soc2-2017")

    lines = run.out.splitlines()
    at = lines.index("A1.3  Recovery testing")
    assert lines[at + 1].endswith("confidence memory: verify before relying on this")


def test_one_framework_for_programs_says_what_is_related():
    run = irplan("frameworks", "nist-csf-2-0", "--json")

    report = json.loads(run.out)
    found = {item["id"]: item for item in report["requirements"]}
    assert report["framework"]["id"] == "nist-csf-2-0"
    assert len(found) == report["framework"]["requirements"] == 134
    related = {(item["framework"], item["requirement"]) for item in found["RS.MA-01"]["also"]}
    assert ("nist-sp-800-61r3", "RS.MA-01") in related


def test_a_framework_is_found_by_another_id():
    run = irplan("frameworks", "soc2-tsc-2017-2022", "--json")

    assert json.loads(run.out)["framework"]["id"] == "soc2-2017"


@pytest.mark.parametrize("name", ["nist", "../frameworks/hipaa", "", "elements/lifecycle"])
def test_an_unknown_framework_is_a_sentence_on_standard_error(name):
    run = irplan("frameworks", name)

    assert run.code == FAILED
    assert run.out == ""
    assert run.err.startswith("irplan: library.unknown-framework: There is no framework")
    assert len(run.err.splitlines()) == 1


def test_two_frameworks_at_once_are_wrong_usage():
    assert irplan("frameworks", "hipaa", "gdpr").code == USAGE
