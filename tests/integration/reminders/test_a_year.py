"""A year in the life of a plan, in fast-forward: the exported document tells exactly that story.

Approved, reminded of, staff changed, reviewed without a change, exercised, changed materially and
approved again; with a real file, a real mail server, and another parser of calendars.
"""

import ssl
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
import vobject

from app.bootstrap import Workshop, workshop
from app.domain.lifecycle.auditing import audited
from app.domain.plan.acts import Deed, Route
from app.domain.plan.changes import ChangeSet, difference, put
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind
from app.domain.plan.programme import Exercise
from app.domain.plan.records import Records
from app.domain.plan.sessions import Choice, Occasion, Verdict
from app.domain.plan.upkeep import Upkeep
from app.paths import AppPaths
from app.reminders.office import ReminderOffice
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.proposing import proposal
from app.services.learning.found import Found
from app.services.learning.holding import Held, hold
from app.services.opening import OpenPlan
from app.services.reminding.mail_settings import MailSettings, Security
from app.services.reminding.ordering import Order
from app.services.reviewing import attending, closing, deciding, starting
from app.services.reviewing.finding import resting
from app.services.reviewing.past import read_past
from app.services.reviewing.preparing import prepare
from app.services.settings import Settings
from tests.builders import rid
from tests.integration.reminders.conftest import MemoryPasswords, Start
from tests.integration.reminders.mailbox import PASSWORD, Mailbox, starttls_server

pytestmark = pytest.mark.no_cover

AUTHOR, REVIEWER, APPROVER = "Maria Ortega", "Rita Falk", "Carl Brandt"
BEGIN = date(2027, 1, 4)
SAMPLE = "lindenhof-software"


@dataclass
class Calendar:
    """A clock that somebody turns; it is always morning."""

    day: date = BEGIN
    minutes: int = 0

    def now(self) -> datetime:
        morning = datetime(self.day.year, self.day.month, self.day.day, 7, 0, tzinfo=UTC)
        return morning + timedelta(minutes=self.minutes)


@dataclass
class Year:
    """One plan on one computer, and what happens to it on which day."""

    shop: Workshop
    office: ReminderOffice
    clock: Calendar
    path: Path
    box: Mailbox
    letters: list[tuple[date, EmailMessage]] = field(default_factory=list)

    def until(self, day: date) -> None:
        """Let the days pass; each morning the daily task runs on what the file holds by then."""
        plan = self.shop.plan_in(self.path)
        while self.clock.day < day:
            self.clock.day += timedelta(days=1)
            self.clock.minutes = 0
            watch = self.shop.watch(plan)
            known = len(self.box.letters)
            self.office.deliver((watch,), Order(mail=True))
            self.letters += [(self.clock.day, letter) for letter in self.box.letters[known:]]

    def work(self, doing: Callable[[OpenPlan], None]) -> None:
        """Open the plan, do something, close it."""
        self.clock.minutes += 10
        opened = self.shop.open(self.path)
        try:
            doing(opened)
        finally:
            opened.close()

    def issue(self, reason: str, *, material: bool) -> None:
        """From submission to issue, as the program proposes it."""

        def doing(opened: OpenPlan) -> None:
            approvals = Approvals(opened)
            proposed = proposal(opened.plan, self.shop.history(self.path))
            assert proposed.material is material
            number = proposed.number(material=material)
            route = Route((REVIEWER,), (APPROVER,))
            said = Submission(AUTHOR, reason, route, number, material, proposed.material)
            approvals.submit(said)
            approvals.enter(approvals.declaration(Deed.REVIEWED, REVIEWER, "Auditor"))
            approvals.enter(approvals.declaration(Deed.APPROVED, APPROVER, "Chief executive"))

        self.work(doing)

    def export(self, version: str, folder: Path) -> Path:
        """The PDF of an issued version."""
        made: list[Path] = []

        def doing(opened: OpenPlan) -> None:
            history = self.shop.history(self.path)
            files = self.shop.version_exporter().export(opened, history, version, folder)
            made.extend(file.path for file in files)

        self.work(doing)
        return next(path for path in made if path.suffix == ".pdf")


def change(opened: OpenPlan, changes: ChangeSet, label: str) -> None:
    assert opened.session.apply(changes, label)
    opened.save()


def founded(opened: OpenPlan) -> None:
    """The sample without the versions it states, reviewed twice a year."""
    plan = opened.plan
    bare = plan.with_table(Kind.VERSION, Records()).with_table(Kind.EXERCISE, Records())
    profile = replace(plan.profile, review_months=6)
    bare = bare.with_table(Kind.PROFILE, Records((profile,)))
    bare = bare.with_table(
        Kind.PERSON,
        Records(replace(one, verified_on=BEGIN) for one in plan.people.values()),
    )
    rules = Upkeep(verify_every=120)
    tabletop = Exercise(rid("tabletop"), "Ransomware tabletop", on=date(2027, 9, 14))
    bare = bare.with_table(Kind.UPKEEP, Records((rules,)))
    bare = bare.with_table(Kind.EXERCISE, Records((tabletop,)))
    change(opened, difference(plan, bare), "Founded")


def staff_changes(opened: OpenPlan) -> None:
    """Somebody leaves and somebody comes in the same place: not material."""
    person = next(iter(opened.plan.people.values()))
    change(opened, (put(opened.plan, replace(person, name="Nora Nyberg")),), "New colleague")


def reviewed(opened: OpenPlan, shop: Workshop, path: Path, now: datetime) -> None:
    """Everybody looks at everything and nothing changes."""
    plan = opened.plan
    past = read_past(shop.history(path), now.date())
    invitation = starting.Invitation("Summer review", Occasion.DUE, AUTHOR, REVIEWER)
    prepared = prepare(opened.judgement, past, now.date())
    change(opened, starting.start(plan, invitation, prepared, now), "Started")
    session = resting(opened.plan)
    assert session is not None
    assert session.agenda, "there is always something to look at"
    for item in session.agenda:
        decided = deciding.Decision(Choice.KEEP)
        change(opened, deciding.decide(opened.plan, session.id, item.key, decided), "Kept")
    present = attending.attend(opened.plan, session.id, AUTHOR, present=True)
    change(opened, present, "Present")
    end = closing.Closing(Verdict.NO_CHANGE, "The plan fits.")
    change(opened, closing.close(opened.plan, session.id, end, now), "Closed")


def exercised(opened: OpenPlan) -> None:
    exercise = opened.plan.exercises[rid("tabletop")]
    finding = Found("Nobody knew who decides on paying", "sections/authority", owner=AUTHOR)
    held = Held(
        date(2027, 9, 14),
        (AUTHOR, REVIEWER),
        exercised=("sections/authority",),
        results="Alarm after 9 minutes; the decision took an hour.",
        found=(finding,),
    )
    change(opened, hold(opened.plan, exercise, held), "Held")


def faster(opened: OpenPlan) -> None:
    """The gravest incidents are answered within 15 minutes from now on: material."""
    first = min(opened.plan.severities.values(), key=lambda one: one.rank)
    span = Duration(15, TimeUnit.MINUTES)
    change(opened, (put(opened.plan, replace(first, respond_in_hours=span)),), "Faster")


@pytest.fixture
def year(tmp_path: Path, box: Mailbox, pem: Path, trust: ssl.SSLContext, start: Start) -> Year:
    server = start(starttls_server(box, pem))
    clock = Calendar()
    shop = workshop(AppPaths.below(tmp_path / "home"), clock)
    shop.save_settings(Settings(person=AUTHOR))
    path = tmp_path / "plan.irplan"
    shop.create_sample(path, SAMPLE).close()
    settings = MailSettings(
        host="localhost",
        port=server.port,
        security=Security.STARTTLS,
        user="anna",
        sender="irplan@example.org",
        to=("officer@example.org",),
    )
    passwords = MemoryPasswords({"anna@localhost": PASSWORD})
    office = replace(shop.reminder_office, passwords=passwords, trust=trust, mail=lambda: settings)
    return Year(shop, office, clock, path, box)


def entries(letter: EmailMessage) -> list[tuple[str, str]]:
    """What a letter tells: how near it is, and the day and the title."""
    body = letter.get_body(("plain",))
    assert body is not None
    found, heading = [], ""
    for line in body.get_content().splitlines():
        if line.startswith("  2"):
            found.append((heading, line.strip()))
        elif line.strip() and not line.startswith(" "):
            heading = line.strip()
    return found


def pages(pdf: Path, first: int, last: int) -> str:
    """The words of some pages, as poppler reads them."""
    asked = ["pdftotext", "-layout", "-f", str(first), "-l", str(last), str(pdf), "-"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def test_a_year_is_told_as_it_was(year: Year, tmp_path: Path) -> None:
    year.work(founded)
    year.until(date(2027, 1, 11))
    year.issue("First issue.", material=True)
    first = year.export("1.0", tmp_path / "first")

    year.until(date(2027, 3, 1))
    year.work(staff_changes)
    year.until(date(2027, 6, 10))
    year.work(lambda opened: reviewed(opened, year.shop, year.path, year.clock.now()))
    year.until(date(2027, 9, 14))
    year.work(exercised)
    year.until(date(2027, 10, 4))
    year.work(faster)
    year.issue("Incidents of the highest severity are answered within 15 minutes.", material=True)
    second = year.export("2.0", tmp_path / "second")
    year.until(date(2028, 2, 14))

    told_once_each(year)
    the_review_reset_the_clock(year)
    the_calendar_is_read_elsewhere(year, tmp_path)
    the_document_tells_the_story(second)
    the_first_version_is_given_back(year, first, tmp_path)
    history = year.shop.audit_trail(year.path)
    assert audited(history).whole


def told_once_each(year: Year) -> None:
    said = Counter((near, what) for _, letter in year.letters for near, what in entries(letter))
    assert said, "the year brought letters"
    assert set(said.values()) == {1}, [one for one, count in said.items() if count > 1]


def the_review_reset_the_clock(year: Year) -> None:
    starts = sorted({what for _, letter in year.letters for _, what in entries(letter)})
    review = [what[:10] for what in starts if "Start the review" in what]
    # 42 days before 11 July and 4 April; what was due in July and December was settled before
    assert review == ["2027-05-30", "2028-02-22"]
    assert not any(what.startswith(("2027-07-11", "2027-12-10")) for what in starts)
    assert any("2027-09-14  Exercise: Ransomware tabletop" in what for what in starts)


def the_calendar_is_read_elsewhere(year: Year, tmp_path: Path) -> None:
    opened = year.shop.open(year.path)
    year.shop.write_calendar(opened, tmp_path / "plan.ics")
    opened.close()
    with (tmp_path / "plan.ics").open(encoding="utf-8", newline="") as file:
        calendar = vobject.readOne(file)
    days = {
        str(event.summary.value).partition(": ")[2]: event.dtstart.value
        for event in calendar.vevent_list
        if getattr(event, "status", None) is None or event.status.value != "CANCELLED"
    }
    effective = next(day for title, day in days.items() if "must be effective" in title)
    assert effective == date(2028, 4, 4)


def the_document_tells_the_story(pdf: Path) -> None:
    text = " ".join(pages(pdf, 1, 3).split())
    assert "2.0" in text
    for told in (
        "11 January 2027 First issue.",
        "4 October 2027 Incidents of the highest severity",
        "10 June 2027 Summer review",
        "Reviewed, no change",
        AUTHOR,
        REVIEWER,
        APPROVER,
    ):
        assert told in text, told


def the_first_version_is_given_back(year: Year, first: Path, tmp_path: Path) -> None:
    again = year.export("1.0", tmp_path / "again")
    assert again.read_bytes() == first.read_bytes()
    assert "Summer review" not in pages(again, 1, 3)
