import json
import re

import pytest

from app.cli.exits import FAILED, FINDINGS, FINE
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def said(begun):
    return irplan("check", begun)


@pytest.fixture(scope="module")
def report(begun):
    run = irplan("check", begun, "--json")
    assert run.code == FINDINGS
    return json.loads(run.out)


def test_a_plan_with_findings_ends_with_1_and_lists_each(said, report):
    assert (said.code, said.err) == (FINDINGS, "")
    assert f"Findings: {len(report['findings'])}\n" in said.out
    for finding in report["findings"]:
        assert finding["code"] in said.out
        assert finding["reason"] in said.out
        assert finding["fix"] in said.out


def test_a_plan_without_findings_ends_with_0(demo):
    run = irplan("check", demo.file("irplan"))

    assert (run.code, run.err) == (FINE, "")
    assert run.out.endswith("Findings: 0\n")
    assert run.out.startswith("Complete: 100% (40 of 40 sections)\n")


def test_the_table_counts_the_verdicts_of_the_report(said, report):
    for framework, verdicts in report["coverage"].items():
        counts = [
            sum(item["verdict"] == verdict for item in verdicts.values())
            for verdict in ("met", "partly", "not-met", "needs-person")
        ]
        assert framework
        assert re.search(r"\s{2,}" + r"\s+".join(map(str, counts)) + "\n", said.out)


def test_the_report_has_its_format_and_parts(report):
    assert report["format"] == "irplan-check/2"
    assert list(report) == [
        "format",
        "plan",
        "complete",
        "sections",
        "coverage",
        "findings",
        "accepted",
    ]
    assert 0 < report["complete"] < 1
    assert report["accepted"] == []
    assert set(report["sections"]["purpose"]) == {"done", "needed", "applicable"}
    assert set(next(iter(report["coverage"]["nist-sp-800-61r3"].values()))) == {
        "verdict",
        "reason",
        "confidence",
        "elements",
        "attestation",
        "evidence",
    }
    assert {frozenset(item) for item in report["findings"]} == {
        frozenset({"code", "weight", "record", "field", "section", "reason", "fix"})
    }


def test_a_framework_is_shown_requirement_by_requirement(demo):
    plan = demo.file("irplan")
    said = irplan("check", plan, "--framework", "nist-sp-800-61r2")
    [(name, rows)] = json.loads(
        irplan("check", plan, "--framework", "nist-sp-800-61r2", "--json").out
    )["coverage"].items()

    assert name == "nist-sp-800-61r2"
    for key, row in rows.items():
        assert f" {key}  " in said.out
        assert row["reason"] in said.out


def test_each_element_says_what_shows_it(demo):
    plan = demo.file("irplan")
    rows = json.loads(irplan("check", plan, "--json").out)["coverage"]["nist-sp-800-53r5-ir"]
    met = [row for row in rows.values() if row["verdict"] == "met"]

    assert met
    for row in met:
        states = {element["state"] for element in row["elements"]}
        assert states <= {"met", "not-expected"}
        for element in row["elements"]:
            assert element["gaps"] == []
            assert element["found"] or element["state"] == "not-expected", element["id"]


def test_a_framework_by_another_of_its_names_is_the_same(demo):
    plan = demo.file("irplan")

    by_alias = irplan("check", plan, "--framework", "iso-27001-2022", "--json")
    by_id = irplan("check", plan, "--framework", "iso-iec-27001-2022", "--json")

    assert by_alias.out == by_id.out


def test_strict_also_fails_while_a_requirement_waits(demo):
    plan = demo.file("irplan")

    relaxed = irplan("check", plan, "--framework", "nist-csf-2-0")
    strict = irplan("check", plan, "--framework", "nist-csf-2-0", "--strict")

    assert relaxed.code == FINE
    assert strict.code == FINDINGS
    assert strict.out == relaxed.out


def test_an_unknown_framework_is_refused_before_the_plan_is_opened(tmp_path):
    run = irplan("check", tmp_path / "none.irplan", "--framework", "iso-9001")

    assert run.code == FAILED
    assert run.err.startswith("irplan: library.unknown-framework: ")


def test_an_accepted_finding_moves_to_its_own_list(report, tmp_path):
    finding = report["findings"][0]
    key = "/".join(filter(None, (finding["code"], finding["record"], finding["field"])))
    answers = tmp_path / "answers.toml"
    answers.write_text(
        '[answers]\nprofile.legal_name = "Harbour Water Limited"\n'
        'profile.short_name = "Harbour Water"\n'
        f'[[accepted]]\nid = "{key}"\nreason = "Known."\nby = "Jo"\non = 2026-11-01\n'
    )
    irplan("new", tmp_path / "plan.irplan", "--answers", answers)

    again = json.loads(irplan("check", tmp_path / "plan.irplan", "--json").out)

    assert again["accepted"] == [finding]
    assert finding not in again["findings"]


def test_checking_changes_nothing(begun):
    before = begun.read_bytes()

    irplan("check", begun)

    assert begun.read_bytes() == before


def test_a_file_that_is_no_plan_is_refused(tmp_path):
    path = tmp_path / "x.irplan"
    path.write_bytes(b"%PDF-1.7")

    run = irplan("check", path)

    assert run.code == FAILED
    assert re.match(r"irplan: [a-z-]+\.[a-z-]+: .*x\.irplan", run.err)
