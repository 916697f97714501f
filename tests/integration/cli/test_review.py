"""`irplan review`: sessions listed, and what one would walk through."""

import json

import pytest

from app.cli.exits import FAILED
from app.domain.plan.sessions import Topic
from tests.integration.cli.running import irplan


def test_a_plan_without_sessions_says_so(begun):
    run = irplan("review", "list", begun)

    assert (run.code, run.err) == (0, "")
    assert run.out == "The plan: no session yet\n"
    assert json.loads(irplan("review", "list", begun, "--json").out)["sessions"] == []


def test_the_agenda_tells_each_item_with_its_reason(demo):
    run = irplan("review", "agenda", demo.file("irplan"))

    lines = run.out.splitlines()
    assert (run.code, run.err) == (0, "")
    assert any(line.endswith("items, compared with version 2.0") for line in lines)
    assert "SECTIONS, THE LONGEST UNTOUCHED FIRST" in lines
    assert any(line.startswith("  Section: ") for line in lines)


def test_programs_get_the_same_agenda(demo):
    path = demo.file("irplan")

    report = json.loads(irplan("review", "agenda", path, "--json").out)
    said = irplan("review", "agenda", path).out

    assert (report["format"], report["baseline"]) == ("irplan-review/1", "2.0")
    assert {item["topic"] for item in report["agenda"]} <= {topic.value for topic in Topic}
    assert all(f"  {item['title']}\n" in said for item in report["agenda"])
    assert len({item["key"] for item in report["agenda"]}) == len(report["agenda"])
    assert report["contacts"]


@pytest.mark.parametrize("what", ["list", "agenda"])
def test_a_file_that_is_no_plan_is_refused(tmp_path, what):
    path = tmp_path / "x.irplan"
    path.write_text("nothing", "utf-8")

    run = irplan("review", what, path)

    assert run.code == FAILED
    assert run.err.startswith("irplan: plan-file.")


def test_nothing_to_do_is_wrong_usage():
    assert irplan("review").code == 2
