"""`irplan audit verify`, with and without a document to compare with."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINDINGS, FINE
from app.domain.plan.changes import put
from app.domain.plan.plan import Kind
from tests.integration.cli.running import irplan


@pytest.fixture(scope="module")
def exported(home, tmp_path_factory):
    """A plan and the PDF exported from it."""
    folder = tmp_path_factory.mktemp("audited")
    plan = folder / "plan.irplan"
    workshop().create_sample(plan).close()
    run = irplan("export", plan, "--to", folder, "--format", "pdf")
    assert run.code == FINE, run.err
    shutil.copytree(heads(), folder / "heads")
    return plan, next(folder.glob("*.pdf"))


def heads():
    """Where this computer notes heads."""
    return workshop().paths.data / "heads"


@pytest.fixture
def plan(exported, tmp_path):
    """The plan as exported, on a computer that noted no more than that export."""
    shutil.rmtree(heads())
    shutil.copytree(exported[0].parent / "heads", heads())
    return shutil.copy(exported[0], tmp_path / "plan.irplan")


def test_a_whole_history_is_said_to_be_and_what_that_cannot_show(plan):
    run = irplan("audit", "verify", plan)

    assert (run.code, run.err) == (FINE, "")
    assert "OK      1 revision: each follows the one before it, and none was altered." in run.out
    assert "HEAD    revision 1, " in run.out
    assert "1 head noted on this computer from " in run.out
    assert "could have written both anew" in run.out


def test_an_exported_pdf_is_a_point_of_the_history(plan, exported):
    opened = workshop().open(plan)
    person = next(iter(opened.plan.people.values()))
    opened.session.apply((put(opened.plan, person, 5),), "Move")
    opened.close()

    run = irplan("audit", "verify", plan, "--against", exported[1])

    assert run.code == FINE, run.out
    assert "was exported at revision 1 of this very history." in run.out
    assert "OK      2 revisions" in run.out
    assert "anew" not in run.out


def test_a_history_written_anew_does_not_fit_the_pdf(tmp_path, exported):
    again = tmp_path / "again.irplan"
    shop = workshop()
    opened = shop.open(exported[0], read_only=True)
    shop.copy(opened, again)
    opened.store.close()

    run = irplan("audit", "verify", again, "--against", exported[1])

    assert run.code == FINDINGS
    assert "BREACH  " in run.out
    assert "rewritten after the export" in run.out


def test_a_record_changed_outside_the_program_is_a_breach(plan):
    with closing(sqlite3.connect(plan)) as connection:
        connection.execute(
            "DELETE FROM record WHERE kind = ? AND id = "
            "(SELECT max(id) FROM record WHERE kind = ?)",
            (Kind.TERM.value, Kind.TERM.value),
        )
        connection.commit()

    run = irplan("audit", "verify", plan)

    assert run.code == FINDINGS
    assert "something was changed outside the program" in run.out


def test_a_program_gets_the_same(plan, exported):
    run = irplan("audit", "verify", plan, "--against", exported[1], "--json")

    report = json.loads(run.out)
    assert run.code == FINE
    assert (report["format"], report["whole"], report["sealed_from"]) == ("irplan-audit/1", True, 1)
    assert report["head"]["revision"] == 1
    assert [item["code"] for item in report["against"]] == ["audit.anchored"]


def test_a_pdf_of_somebody_else_is_refused_in_words(plan, tmp_path):
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.7\n%%EOF\n")

    run = irplan("audit", "verify", plan, "--against", other)

    assert run.code == FAILED
    assert run.err.startswith("irplan: audit.no-head: letter.pdf carries no audit head")


def test_an_older_file_says_that_it_is_not_sealed(tmp_path):
    from tests.integration.persistence.db.samples import ROOT

    copy = shutil.copy(ROOT / "tests" / "data" / "schema-3.irplan", tmp_path / "old.irplan")

    run = irplan("audit", "verify", copy, "--json")

    report = json.loads(run.out)
    assert run.code == FINDINGS
    assert report["head"] is None
    assert [item["code"] for item in report["remarks"]] == ["audit.unchained"]
