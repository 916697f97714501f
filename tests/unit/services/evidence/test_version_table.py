import csv
import io
from datetime import date, timedelta

import pytest

from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.acts import Deed, KeptFile
from app.domain.plan.governance import Version
from app.services.approving.overview import Listed, overview
from app.services.evidence import names
from app.services.evidence.version_table import STAGES, flag, numbered, state, versions_csv
from tests.builders import NOON, person, plan_with, rid
from tests.unit.services.approving.rounds import MARY, Desk, FakeVerifier, certificate

RITA = FakeVerifier(certificate("Rita"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def versions(plan) -> list[dict[str, str]]:
    return table(versions_csv(plan, overview(plan, RITA, NOON))[names.VERSIONS])


def test_an_issued_version_names_people_times_and_files(desk):
    desk.issue()
    issue = desk.approvals.course.issues[0]
    kept = KeptFile(rid("ab" * 32), "P-1-0.pdf", 3, f"acts/{issue.act.id}", MARY, NOON)
    desk.opened.enact([kept], "Kept")
    desk.edit("Ada")
    desk.issue("2.0")

    first, second, draft = versions(desk.plan)

    assert first["state"] == "replaced by a later version"
    assert (first["replaced by"], first["emergency"]) == ("version 2.0", "no")
    assert first["content SHA-256"] == issue.act.content
    assert first["reviewed by"] == "Rita on 2026-11-21T12:00:00Z"
    assert first["approved by"].count(" on ") == 2
    assert first["files kept, SHA-256"] == f"P-1-0.pdf {'ab' * 32}"
    assert (second["state"], second["files kept, SHA-256"]) == ("approved and in force", "")
    assert (draft["version"], draft["state"], draft["since (UTC)"]) == ("draft", "draft", "")
    assert draft["issued (UTC)"] == draft["content SHA-256"] == ""


def test_an_emergency_says_until_when_and_who_reviewed_it_afterwards(desk):
    due = (NOON + timedelta(days=14)).date()
    said = desk.approvals.declaration(Deed.ISSUED_IN_EMERGENCY, "Carl", "", "Attack", "1.0")
    desk.approvals.enter(said, due=due)

    owed = versions(desk.plan)[0]
    desk.say(Deed.REVIEWED_AFTERWARDS, "Rita", version="1.0", role="CISO")
    done = versions(desk.plan)[0]

    assert (owed["emergency"], owed["review due"]) == ("yes", due.isoformat())
    assert owed["waits for"].startswith("a review after the emergency")
    assert (owed["reviewed afterwards"], done["waits for"]) == ("", "")
    assert done["reviewed afterwards"] == "Rita (CISO) on 2026-11-21T12:00:00Z"


def test_a_version_that_is_only_stated_is_told_as_stated():
    stated = Version(rid("v"), "0.9", date(2025, 1, 2), "First", True, "Ann", ("Rita",), ("Carl",))

    row = versions(plan_with(person("a"), stated))[0]

    assert (row["version"], row["state"]) == ("version 0.9", "stated in the plan only")
    assert (row["issued (UTC)"], row["issued by"]) == ("2025-01-02", "Ann")
    assert (row["summary"], row["material change"]) == ("First", "yes")
    assert (row["reviewed by"], row["approved by"]) == ("Rita", "Carl")


def test_a_version_that_states_nothing_is_listed_all_the_same():
    row = versions(plan_with(person("a"), Version(rid("v"), "0.9")))[0]

    assert (row["version"], row["issued (UTC)"], row["issued by"]) == ("version 0.9", "", "")


def test_every_stage_has_words():
    assert STAGES.keys() == set(Stage)
    assert state(Listed("1.0", Stage.WITHDRAWN)) == "withdrawn"


def test_no_number_stands_alone_where_a_spreadsheet_would_shorten_it():
    assert numbered("1.10") == "version 1.10"
    assert (numbered("draft"), numbered("")) == ("draft", "")
    assert (flag(True), flag(False)) == ("yes", "no")
