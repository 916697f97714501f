from collections import Counter
from datetime import date, time
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from app.domain.judgement.regimes import (
    ClockStart,
    EntityKind,
    ProfileFact,
    Regime,
    RegimeKind,
    RegimeStatus,
    RegimeStep,
    RegimeVariant,
    Relief,
    Suits,
)
from app.domain.judgement.requirements import Confidence
from app.domain.plan.durations import Duration, TimeUnit
from app.exchange.holidays import PublicHolidays
from app.paths import data_folder
from app.persistence.library.regimes import read_regimes
from app.persistence.library.store import FileLibrary
from app.services.library import LibraryFileInvalid
from tests.shipped import SHIPPED_LIBRARY

PACK = """\
id: small
name: Small
compiled: "2026-11-21"
regimes:
  - id: law
    name: The law
    jurisdiction: Germany
    sector: all
    kind: law
    status: in-force
    effective_from: "2020-01-01"
    verified_on: "2026-11-20"
    applies_to: Everybody
    suits:
      jurisdictions: [DE]
      sectors: [health]
      data_kinds: [personal]
      facts: [uses-ai]
    time_zone: Europe/Berlin
    holidays: DE
    trigger: An incident
    steps:
      - id: first
        name: First notice
        recipient: the authority
        within: 4 hours
        clock_start: awareness
        timing: at best at once
        note: by phone
        relief:
          until: "12:00"
          not_for: [nis2-entity]
      - id: outer
        name: Outer limit
        recipient: the authority
        within: 1 working day
        clock_start: discovery
        day_ends: "17:30"
        caps: first
      - id: second
        name: Second notice
        recipient: customers
        within: 7 days
        clock_start: previous-submission
        after: first
        embargo: true
    content:
      - what happened
    citation: § 1
    confidence: memory
    source: the text
    records_duty: a register
    exceptions: none on Sundays
    notes: new
    variants:
      - where: BY
        individuals: at once
        agency: "-"
        confidence: medium
"""


@pytest.fixture
def shelf_of(tmp_path):
    """Return a function that puts packs into a folder and gives the folder."""

    def put(**packs: str) -> Path:
        folder: Path = tmp_path / "regimes"
        folder.mkdir(exist_ok=True)
        for name, text in packs.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    return put


def problems(folder: Path) -> list[str]:
    with pytest.raises(LibraryFileInvalid) as caught:
        read_regimes(folder)
    return list(caught.value.problems)


def test_a_regime_is_read_whole(shelf_of):
    (law,) = read_regimes(shelf_of(small=PACK))

    hours, day, week = (
        Duration(4, TimeUnit.HOURS),
        Duration(1, TimeUnit.WORKING_DAYS),
        Duration(7, TimeUnit.DAYS),
    )
    assert law == Regime(
        id="law",
        name="The law",
        jurisdiction="Germany",
        sector="all",
        kind=RegimeKind.LAW,
        status=RegimeStatus.IN_FORCE,
        applies_to="Everybody",
        trigger="An incident",
        steps=(
            RegimeStep(
                "first",
                "First notice",
                "the authority",
                ClockStart.AWARENESS,
                hours,
                "at best at once",
                "by phone",
                relief=Relief(time(12), (EntityKind.NIS2_ENTITY,)),
            ),
            RegimeStep(
                "outer",
                "Outer limit",
                "the authority",
                ClockStart.DISCOVERY,
                day,
                caps="first",
                day_ends=time(17, 30),
            ),
            RegimeStep(
                "second",
                "Second notice",
                "customers",
                ClockStart.PREVIOUS_SUBMISSION,
                week,
                after="first",
                embargo=True,
            ),
        ),
        content=("what happened",),
        citation="§ 1",
        confidence=Confidence.MEMORY,
        source="the text",
        compiled=date(2026, 11, 21),
        suits=Suits(("DE",), ("health",), ("personal",), (ProfileFact.USES_AI,)),
        effective_from=date(2020, 1, 1),
        verified_on=date(2026, 11, 20),
        time_zone="Europe/Berlin",
        holidays="DE",
        records_duty="a register",
        exceptions="none on Sundays",
        notes="new",
        variants=(RegimeVariant("BY", "at once", "-", Confidence.MEDIUM),),
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("id: small", "id: other", "id: 'other' differs from the file's name"),
        ("id: outer", "id: first", "regimes[0].steps[1].id: 'first' stands twice"),
        ("caps: first", "caps: third", "regimes[0].steps[1].caps: 'third' is no earlier step"),
        ("after: first", "after: third", "regimes[0].steps[2].after: 'third' is no earlier step"),
        (
            "        after: first\n",
            "",
            "regimes[0].steps[2].after: goes with clock_start previous-submission",
        ),
        (
            "        caps: first\n",
            "        after: first\n",
            "regimes[0].steps[1].after: goes with clock_start previous-submission",
        ),
        ("        within: 4 hours\n", "", "regimes[0].steps[0].within: is missing"),
        ("        within: 7 days\n", "", "regimes[0].steps[2].within: is missing"),
        ("Europe/Berlin", "Europe/Bonn", "regimes[0].time_zone: 'Europe/Bonn' is no IANA"),
        ("Europe/Berlin", "../Berlin", "regimes[0].time_zone: '../Berlin' is no IANA"),
    ],
)
def test_what_does_not_fit_together_is_told(shelf_of, old, new, line):
    assert PACK.count(old) == 1

    (problem,) = problems(shelf_of(small=PACK.replace(old, new)))

    assert problem.startswith(f"regimes/small.yaml: {line}")


def test_an_id_stands_once_in_all_packs(shelf_of):
    other = PACK.replace("id: small", "id: tiny")

    assert problems(shelf_of(small=PACK, tiny=other)) == [
        "regimes/tiny.yaml: regimes[0].id: 'law' stands in regimes/small.yaml too"
    ]


def test_broken_files_are_told_together(shelf_of):
    folder = shelf_of(a="id: a\n", b="[", small=PACK)

    found = problems(folder)

    assert any(line.startswith("regimes/a.yaml: regimes: is missing") for line in found)
    assert any(line.startswith("regimes/b.yaml: ") for line in found)


def test_a_library_without_packs_has_no_regimes(tmp_path):
    assert read_regimes(tmp_path / "nowhere") == ()
    assert FileLibrary(tmp_path, tmp_path).regimes() == ()


def test_the_library_reads_its_packs_once(shelf_of):
    folder = shelf_of(small=PACK)
    library = FileLibrary(folder, folder.parent)

    first = library.regimes()
    (folder / "small.yaml").unlink()

    assert library.regimes() is first


# --- the packs that are shipped ---------------------------------------------------------------

SHIPPED = read_regimes(data_folder("frameworks") / "regimes")


def test_all_79_regimes_are_shipped_each_once():
    assert len(SHIPPED) == 79
    assert len({regime.id for regime in SHIPPED}) == 79
    assert sum(len(regime.steps) for regime in SHIPPED) == 163


def test_confidence_is_kept_as_it_was():
    counted = Counter(regime.confidence for regime in SHIPPED)
    from_memory = {regime.id for regime in SHIPPED if regime.confidence is Confidence.MEMORY}

    assert counted == {Confidence.MEDIUM: 40, Confidence.HIGH: 31, Confidence.MEMORY: 8}
    assert from_memory == {
        "eu-eui-2841", "uk-fin-now", "us-ftc-hbnr", "us-tsa", "us-ferpa", "cn-pipl", "apac-72h",
        "afr-me-72h",
    }  # fmt: skip


def test_what_was_never_verified_is_from_memory_and_the_other_way_round():
    for regime in SHIPPED:
        assert (regime.verified_on is None) is (regime.confidence is Confidence.MEMORY), regime.id


def test_status_and_kinds_of_time_are_kept():
    statuses = Counter(regime.status for regime in SHIPPED)
    units = Counter(step.within.unit for regime in SHIPPED for step in regime.steps if step.within)

    assert statuses[RegimeStatus.IN_FORCE] == 71
    assert statuses[RegimeStatus.ADOPTED] == 3
    assert statuses[RegimeStatus.VOLUNTARY] == 2
    assert units == {
        TimeUnit.HOURS: 72,
        TimeUnit.DAYS: 32,
        TimeUnit.WORKING_DAYS: 10,
        TimeUnit.MONTHS: 5,
        TimeUnit.MINUTES: 1,
    }


def test_each_regime_says_since_when_or_why_not():
    undated = {
        regime.id for regime in SHIPPED if not (regime.effective_from or regime.effective_note)
    }

    assert undated == {"uk-csrb", "us-circia", "us-ferpa", "law-enforcement"}


def test_each_regime_that_binds_names_what_to_tell_and_to_whom():
    for regime in SHIPPED:
        assert regime.content, regime.id
        assert regime.authority or regime.status is RegimeStatus.NONE, regime.id
        assert regime.compiled == date(2026, 11, 21)


def test_no_notice_goes_to_the_same():
    for regime in SHIPPED:
        assert "same" not in regime.authority.split("; "), regime.id


def test_zones_and_holidays_of_the_authorities_are_known():
    calendar = PublicHolidays()

    for regime in SHIPPED:
        assert not regime.time_zone or regime.time_zone in available_timezones(), regime.id
        assert not regime.holidays or calendar.knows(regime.holidays), regime.id


def test_the_answers_of_the_profile_are_what_regimes_ask_for():
    template = SHIPPED_LIBRARY.template("combined")
    options = {
        str(question.id): {option.value for option in question.options}
        for section in template.sections
        for question in section.questions
    }

    for regime in SHIPPED:
        assert set(regime.suits.sectors) <= options["profile.sector"], regime.id
        assert set(regime.suits.data_kinds) <= options["profile.data_kinds"], regime.id
        countries = {code.partition("-")[0] for code in regime.suits.jurisdictions} - {"EEA"}
        assert countries <= options["profile.jurisdictions"], regime.id
