import json

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINE, USAGE
from app.domain.judgement.deadlines.adopting import adopt
from app.domain.plan.changes import put
from tests.integration.cli.running import irplan

AWARE = ("--awareness", "2026-11-20T16:40+01:00")


def notices(run):
    assert run.code == FINE, run.err
    report = json.loads(run.out)
    assert report["format"] == "irplan-clocks/1"
    return {(item["obligation"], item["step"]): item for item in report["notices"]}


@pytest.fixture(scope="module")
def clinic(home, tmp_path_factory):
    """The sample plan."""
    path = tmp_path_factory.mktemp("clinic") / "clinic.irplan"
    workshop().create_sample(path).close()
    return path


@pytest.fixture(scope="module")
def bank(home, tmp_path_factory):
    """The sample plan, which has adopted DORA too."""
    path = tmp_path_factory.mktemp("bank") / "bank.irplan"
    shop = workshop()
    opened = shop.create_sample(path)
    (dora,) = (item for item in shop.library.regimes() if item.id == "eu-dora-19")
    opened.session.apply((put(opened.plan, adopt(dora, dora.compiled)),), "Adopt DORA")
    opened.close()
    return path


def test_each_notice_of_the_plan_is_told_the_most_urgent_first(clinic):
    run = irplan("clocks", clinic, *AWARE)

    first = run.out.splitlines()[0]
    notice, _, later = run.out.partition(
        "    UK GDPR personal data breach: Notice to the authority\n"
    )
    assert (run.code, run.err) == (FINE, "")
    assert first == "by Monday 2026-11-23 15:40 Europe/London (UTC+00:00)"
    assert notice.splitlines()[-1] == first
    assert later.startswith("    to ICO\n    72 hours from awareness; without undue delay\n")
    assert "needs --discovery\n    Contracts with NHS commissioners: First notice" in run.out
    assert "no date: without undue delay (high risk)" in run.out


def test_the_report_tells_programs_the_same(clinic):
    found = notices(irplan("clocks", clinic, *AWARE, "--json"))

    authority = found["uk-gdpr-33", "authority"]
    assert authority["utc"] == "2026-11-23T15:40:00+00:00"
    assert (authority["state"], authority["clock_start"]) == ("due", "awareness")
    assert found["contract-commissioners", "first-notice"]["state"] == "missing"
    assert found["contract-commissioners", "first-notice"]["regime"] == "contract-customers"
    assert found["insurer", "insurer"]["state"] == "no-limit"


def test_own_duties_are_counted_too(clinic):
    run = irplan("clocks", clinic, "--discovery", "2026-11-20T10:00Z", "--json")

    found = notices(run)
    assert found["contract-commissioners", "first-notice"]["utc"] == "2026-11-21T10:00:00+00:00"
    assert found["contract-commissioners", "detailed-report"]["projected"]


def test_a_submission_starts_the_next_clock(bank):
    given = "eu-dora-19/initial=2026-11-17T13:15+01:00"

    found = notices(irplan("clocks", bank, "--submitted", given, "--country", "DE", "--json"))

    intermediate = found["eu-dora-19", "intermediate"]
    assert (intermediate["utc"], intermediate["projected"]) == ("2026-11-20T12:15:00+00:00", False)


@pytest.mark.parametrize(
    ("kind", "due"),
    [("other", "2026-11-23T12:00:00+01:00"), ("credit-institution", "2026-11-21T16:40:00+01:00")],
)
def test_a_relief_depends_on_what_the_organisation_is(bank, kind, due):
    words = ("--time-zone", "Europe/Berlin", "--country", "DE", "--entity-kind", kind, "--json")

    found = notices(irplan("clocks", bank, *AWARE, *words))

    assert found["eu-dora-19", "initial"]["local"] == due


@pytest.mark.parametrize(
    ("country", "due"),
    [((), "2026-05-14T16:40:00+02:00"), (("--country", "DE"), "2026-05-15T12:00:00+02:00")],
)
def test_the_public_holidays_of_the_given_country_count(bank, country, due):
    day_before_ascension = ("--awareness", "2026-05-13T16:40+02:00")
    words = ("--time-zone", "Europe/Berlin", "--entity-kind", "other", "--json")

    found = notices(irplan("clocks", bank, *day_before_ascension, *words, *country))

    assert found["eu-dora-19", "initial"]["local"] == due


@pytest.mark.parametrize("text", ["2026-11-20T16:40", "2026-11-20"])
def test_a_time_without_an_offset_is_refused_in_one_sentence(clinic, text):
    run = irplan("clocks", clinic, "--awareness", text)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith("irplan: clocks.naive-time: The time 2026-11-20T")
    assert run.err.endswith(
        "of --awareness has no offset from UTC; add one such as +01:00, or Z for UTC.\n"
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--awareness", "yesterday"), "clocks.unreadable-time"),
        (("--submitted", "initial=2026-11-20T10:00Z"), "clocks.unreadable-submission"),
        (("--submitted", "uk-gdpr-33/authority"), "clocks.unreadable-submission"),
        (("--submitted", "/=2026-11-20T10:00Z"), "clocks.unreadable-submission"),
        (("--submitted", "uk-gdpr-33/authority=2026-11-20"), "clocks.naive-time"),
        (("--submitted", "uk-gdpr-33/x=2026-11-20T10:00Z"), "clocks.unknown-submission"),
        (("--time-zone", "Mars/Olympus"), "clocks.unknown-zone"),
    ],
)
def test_what_cannot_be_read_is_refused(clinic, words, code):
    run = irplan("clocks", clinic, *words)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(f"irplan: {code}: ")


def test_a_kind_of_organisation_that_is_not_known_is_wrong_usage(clinic):
    run = irplan("clocks", clinic, "--entity-kind", "credit-institutions")

    assert run.code == USAGE


def test_a_plan_without_duties_prints_nothing(begun):
    run = irplan("clocks", begun, *AWARE)

    assert (run.code, run.out, run.err) == (FINE, "", "")


def test_the_help_has_an_example():
    run = irplan("clocks", "--help")

    assert "irplan clocks plan.irplan --awareness 2026-11-20T16:40+01:00" in run.out
    assert "--classification TIME" in run.out
