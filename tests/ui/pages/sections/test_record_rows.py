"""Every kind of record has words."""

from app.domain.judgement.completeness import TABLES
from app.domain.plan.places import PRINTED, SECTION_OF
from app.domain.plan.plan import Kind
from ui.pages.sections.record_rows import words_of
from ui.pages.sections.records_card import printed_tables, table_title


def test_every_record_of_the_sample_has_a_name_and_no_id_is_shown(shop):
    from app.domain.interview.drafting import draft
    from app.domain.plan.ids import RecordId

    plan = draft(shop.template("combined"), shop.sample_sheet(), RecordId("plan-a"))
    kinds = {kind for kinds in PRINTED.values() for kind in kinds}

    for kind in kinds:
        for record in plan.table(kind).values():
            title, detail = words_of(plan, kind, record)
            assert title, (kind, record.id)
            assert str(record.id) not in (title, detail), (kind, record.id)


def test_every_table_a_section_needs_is_shown_with_it():
    shown = {key: set(kinds) for key, kinds in PRINTED.items()}
    hidden = {Kind.CELL}

    for key, kinds in TABLES.items():
        assert set(kinds) - hidden <= shown[key], key


def test_every_printed_table_has_a_title_and_a_home():
    for kinds in PRINTED.values():
        for kind in kinds:
            assert table_title(kind) != kind.value
            assert kind in SECTION_OF


def test_an_empty_table_is_still_listed(shop):
    from app.domain.interview.drafting import AnswerSheet, draft
    from app.domain.plan.ids import RecordId

    plan = draft(shop.template("combined"), AnswerSheet(), RecordId("plan-a"))

    people, parties = printed_tables(plan, "contacts", ())

    assert (people.kind, people.rows, parties.kind) == (Kind.PERSON, (), Kind.PARTY)
