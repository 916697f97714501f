import time
from datetime import date

import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind, PartyKind
from app.services.importing.columns import propose
from app.services.importing.fields import field_named
from app.services.importing.rows import REQUIRED, RowReader
from app.services.importing.tables import Table, TableRow
from tests.unit.services.importing.tabling import (
    BRITISH,
    ZONES,
    FewPhones,
    drafts,
    kinds,
    reader,
    table,
)


def one(text, kind=Kind.PERSON):
    (draft,) = drafts(text, kind)
    return draft


def test_a_whole_person_is_read():
    draft = one(
        "Name|Job title|External|Mobile|E-mail|Time zone|Verified on|Availability\n"
        "Ada  Byron|Head|yes|07700 900123|ada@x.org|europe/london|30.11.2026|office hours"
    )

    assert draft.name == "Ada Byron"
    assert dict(draft.values) == {
        "name": "Ada Byron",
        "title": "Head",
        "external": True,
        "time_zone": "Europe/London",
        "verified_on": date(2026, 11, 30),
        "availability": "office hours",
    }
    assert [way.channel.kind for way in draft.channels] == [ChannelKind.MOBILE, ChannelKind.EMAIL]
    assert draft.number == 2
    assert kinds(draft.problems) == ["no-out-of-band"]


def test_parts_of_a_name_are_put_together_and_a_whole_one_goes_first():
    both = drafts("Vorname|Nachname\nAda|Byron\n|Ek")

    assert [draft.name for draft in both] == ["Ada Byron", "Ek"]
    assert one("Full name|First name|Last name\nA. Byron|Ada|Byron").name == "A. Byron"


def test_a_row_without_a_name_stops():
    draft = one("Name|Mobile\n|07700 900123")

    assert draft.name == ""
    assert kinds(draft.problems) == ["no-name"]


def test_nobody_to_reach_is_told():
    assert kinds(one("Name|Title\nAda|x").problems) == ["no-channel"]


def test_blank_cells_state_nothing():
    draft = one("Name|Title|Mobile|Time zone\nAda|-|n/a|")

    assert dict(draft.values) == {"name": "Ada"}
    assert draft.channels == ()


def test_values_that_make_no_sense_are_left_out_with_their_reason():
    draft = one(
        "Name|External|Time zone|Verified on|Mobile\nAda|perhaps|Mars/Olympus|soon|07700 900123"
    )

    assert dict(draft.values) == {"name": "Ada"}
    assert kinds(draft.problems)[:3] == ["yes-or-no", "time-zone", "day"]
    assert draft.problems[1].head == "Time zone"
    assert "\u2018Mars/Olympus\u2019" in draft.problems[1].text


def test_hidden_characters_and_formulas_are_told():
    draft = one("Name|Title|Mobile\nab\u202egpj.exe|=cmd|07700 900123")

    assert draft.name == "abgpj.exe"
    assert kinds(draft.problems)[:2] == ["hidden-characters", "formula"]
    assert draft.value("title") == "=cmd"


def test_markup_stays_text():
    assert one("Name\n<b>Ada</b> {{x}}").name == "<b>Ada</b> {{x}}"


def test_a_plus_before_a_number_and_an_at_before_a_name_are_no_formulas():
    draft = one("Name|Mobile|Messenger\nAda|+44 7700 900123|@ada")

    assert "formula" not in kinds(draft.problems)
    assert "formula" in kinds(one("Name|Mobile\nAda|@SUM(A1)").problems)


def test_a_name_as_long_as_a_text_is_told_of():
    assert "too-long" in kinds(one(f"Name\n{'x' * 201}").problems)
    assert "too-long" not in kinds(one(f"Goal\n{'x' * 201}", Kind.ROADMAP).problems)


def test_other_kinds_are_read_by_the_types_of_their_fields():
    source = one("Log source|Retention\nFirewall|90 Tage", Kind.LOG_SOURCE)
    party = one("Company|Type|Phone\nLex|Law firm|020 7946 0958", Kind.PARTY)
    exercise = one("Exercise|Objectives|Status\nBlackout|reach all; restore|held", Kind.EXERCISE)

    assert source.value("kept_for") == Duration(90, TimeUnit.DAYS)
    assert party.value("kind") is PartyKind.COUNSEL
    assert exercise.value("objectives") == ("reach all", "restore")
    assert source.problems == exercise.problems == ()


def test_a_choice_and_a_span_that_make_no_sense_are_told():
    assert kinds(one("Log source|Retention\nFirewall|long", Kind.LOG_SOURCE).problems) == ["span"]
    assert "choice" in kinds(one("Company|Type\nLex|Odd", Kind.PARTY).problems)


def test_lines_stay_in_texts_of_tables_and_not_in_those_of_people():
    made = table("Term|Meaning\nx|y")
    row = RowReader(Kind.TERM, made, ("term", "meaning"), BRITISH, FewPhones(), ZONES)
    lines = table("Term|Meaning\nx|y").rows[0]
    cells = type(lines)(2, ("a\nb", "c\nd"))

    assert row.read(cells).value("meaning") == "c\nd"
    assert row.read(cells).name == "a b"


def test_fields_a_record_says_little_without_are_missed():
    assert kinds(one("Term\nRTO", Kind.TERM).problems) == ["blank-field"]
    assert one("Term|Meaning\nRTO|time", Kind.TERM).problems == ()
    assert all(field_named(kind, key) for kind, keys in REQUIRED.items() for key in keys)


def test_columns_left_out_are_not_read():
    made = table("Name|Title\nAda|Head")
    reading = RowReader(Kind.PERSON, made, ("name", ""), BRITISH, FewPhones(), ZONES)

    assert dict(reading.read(made.rows[0]).values) == {"name": "Ada"}


def test_days_that_can_be_read_in_two_ways_are_told_of_once():
    made = table("Goal|Due\na|03/04/2026\nb|05/06/2026")
    reading = RowReader(Kind.ROADMAP, made, ("goal", "by"), BRITISH, FewPhones(), ZONES)

    (remark,) = reading.remarks
    assert "\u2018Due\u2019" in remark
    assert reading.read(made.rows[0]).value("by") == date(2026, 4, 3)


@pytest.mark.parametrize("filling", [" ", "1 ", "a ", ".", "T ", "(", "a@", "x/", "\u200b"])
def test_a_cell_as_long_as_cells_may_be_is_read_in_no_time(filling):
    cell = f"=1{filling * (9_990 // len(filling))}\x00z"
    heads = "Name|Mobile|E-mail|Out of band|Verified on|Time zone|External|Messenger"
    made = table(f"{heads}\n{'|'.join('x' * 8)}")
    hostile = Table(made.name, made.heads, (TableRow(2, (cell,) * 8),), head_row=made.head_row)
    bare = Table(made.name, made.heads, hostile.rows)
    began = time.process_time()

    reader(hostile, Kind.PERSON).read(hostile.rows[0])
    propose(bare, Kind.PERSON)

    assert time.process_time() - began < 0.5
