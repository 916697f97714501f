"""Importing a table on the command line: what is said, what is done, and that nothing else is."""

import json
import shutil

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINDINGS, FINE, USAGE
from app.cli.import_command import _KINDS
from app.services.importing.fields import IMPORTED
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.usefixtures("one_shop")

GOOD = "Name,Mobile,Out of band\nAda Byron,+44 20 7946 0958,yes\n"


@pytest.fixture
def plan(begun, tmp_path):
    path = tmp_path / "plan.irplan"
    shutil.copy2(begun, path)
    return path


@pytest.fixture
def write(tmp_path):
    def written(text, name="people.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return written


def people(plan):
    return {one.name: one for one in workshop().plan_in(plan).people.values()}


def test_people_are_taken_over(plan, write):
    run = irplan("import", plan, write(GOOD), "--as", "people")

    assert run.code == FINE, run.err
    assert "Added 1, updated 0" in run.out
    assert people(plan)["Ada Byron"].channels[0].out_of_band


def test_a_dry_run_changes_nothing(plan, write):
    before = plan.read_bytes()

    run = irplan("import", plan, write(GOOD), "--as", "people", "--dry-run")

    assert run.code == FINE
    assert "Would add 1" in run.out
    assert plan.read_bytes() == before


def test_the_second_time_nothing_is_new(plan, write):
    irplan("import", plan, write(GOOD), "--as", "people")

    again = irplan("import", plan, write(GOOD), "--as", "people")
    more = irplan("import", plan, write(GOOD), "--as", "people", "--add-known")
    less = irplan("import", plan, write(GOOD), "--as", "people", "--skip-known")

    assert "Added 0, updated 0, left 1 as they are, skipped 0." in again.out
    assert "Added 1" in more.out
    assert "skipped 1" in less.out


def test_problems_are_named_with_row_and_column(plan, write):
    file = write("Name;Handy\nBo\x1b[31m Ek;12\n;1\n")

    run = irplan("import", plan, file, "--as", "people", "--country", "de", "--dry-run")

    assert run.code == FINDINGS
    assert "row 2, Handy (Bo[31m Ek): " in run.out
    assert "row 3: The row has no name" in run.out
    assert "\x1b" not in run.out


def test_a_report_for_programs(plan, write):
    file = write("Who,Number\nAda,020 7946 0958\n")
    words = ("--map", "Who=name", "--map", "number=phone", "--country", "GB", "--json")

    run = irplan("import", plan, file, "--as", "people", *words)

    report = json.loads(run.out)
    assert report["format"] == "irplan-import/1"
    assert report["columns"] == {"Who": "name", "Number": "phone"}
    assert (report["added"], report["dry_run"]) == (1, False)
    assert report["problems"][0]["kind"] == "no-out-of-band"
    assert people(plan)["Ada"].channels[0].address == "+44 20 7946 0958"


def test_numbers_can_be_kept_as_written(plan, write):
    file = write("Name,Phone\nAda,020 7946 0958\n")

    irplan("import", plan, file, "--as", "people", "--country", "GB", "--as-written")

    assert people(plan)["Ada"].channels[0].address == "020 7946 0958"


def test_a_column_can_be_left_out_and_another_take_its_place(plan, write):
    file = write("Name,Alias\nAda Byron,AB\n")

    irplan("import", plan, file, "--as", "people", "--map", "Alias=name")
    irplan("import", plan, file, "--as", "people", "--map", "Alias=-")

    assert list(people(plan)) == ["AB", "Ada Byron"]


def test_other_tables_are_taken_over(plan, write):
    file = write("Begriff,Bedeutung\nRTO,Time to recover\n", "terms.csv")

    assert irplan("import", plan, file, "--as", "terms").code == FINE


def test_cards_are_taken_over(plan, write):
    file = write("BEGIN:VCARD\nFN:Cy Do\nTEL;CELL:+44 20 7946 0958\nEND:VCARD\n", "x.vcf")

    assert "card 1 (Cy Do)" in irplan("import", plan, file, "--as", "people").out
    assert "Cy Do" in people(plan)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (GOOD, ("--map", "Nobody=name"), "import.unknown-column"),
        (GOOD, ("--map", "Name=nonsense"), "import.unknown-column"),
        (GOOD, ("--country", "Atlantis"), "import.unknown-column"),
        (GOOD, ("--map", "Name=-"), "import.columns-unfit"),
        ("Code,Mobile\nx,1\n", (), "import.columns-unfit"),
        ("", (), "import.empty"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(plan, write, text, words, code):
    before = plan.read_bytes()

    run = irplan("import", plan, write(text), "--as", "people", *words)

    assert run.code == FAILED
    assert f"irplan: {code}: " in run.err
    assert plan.read_bytes() == before


def test_only_some_kinds_can_be_imported(plan, write):
    assert irplan("import", plan, write(GOOD), "--as", "trees").code == USAGE
    assert list(_KINDS) == [kind.value for kind in IMPORTED]
