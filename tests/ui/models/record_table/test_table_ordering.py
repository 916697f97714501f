"""The order of rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.programme import Term
from tests.ui.models.record_table.conftest import programme
from ui.models.record_table import columns_of
from ui.models.record_table.folding import folded
from ui.models.record_table.ordering import natural, sorted_keys
from ui.models.record_table.words import CellWords


@pytest.mark.parametrize(
    ("kind", "field", "order"),
    [
        (Kind.ROADMAP, "by", "cbda"),
        (Kind.ROADMAP, "goal", "bcad"),
        (Kind.LOG_SOURCE, "kept_for", "hwmn"),
        (Kind.ACTION, "state", "yx"),
    ],
)
def test_rows_go_by_value_with_blanks_last(qapp, kind, field, order):
    assert ordered(kind, field) == list(order)


def test_downwards_turns_round_what_is_stated_and_keeps_blanks_last(qapp):
    assert ordered(Kind.ROADMAP, "by", downwards=True) == ["b", "d", "c", "a"]


def test_people_in_roles_go_by_name_and_levels_by_rank(qapp, sample_plan):
    column = next(item for item in columns_of(Kind.TREE) if item.name == "starts_at")
    words = CellWords()
    records = sample_plan.trees.all()

    keys = sorted_keys(
        sample_plan,
        records,
        column,
        lambda record, at: words.text(sample_plan, record, at),
        downwards=False,
    )

    levels = [sample_plan.trees[key].starts_at for key in keys]
    ranks = [sample_plan.severities[level].rank for level in levels if level is not None]
    assert ranks == sorted(ranks)
    assert len(keys) == len(records)


@given(st.lists(st.text(max_size=12), max_size=12), st.booleans())
def test_sorting_never_loses_or_doubles_a_row(names, downwards):
    plan = programme()
    terms = [Term(RecordId(f"t{at}"), name, "x") for at, name in enumerate(names)]
    column = columns_of(Kind.TERM)[0]

    keys = sorted_keys(plan, terms, column, lambda record, _: record.term, downwards=downwards)

    assert sorted(keys) == sorted(term.id for term in terms)


@given(st.text(max_size=20), st.text(max_size=20))
def test_texts_of_any_script_can_be_compared(one, other):
    assert (natural(one) < natural(other)) or (natural(one) >= natural(other))


@pytest.mark.parametrize(
    ("text", "said"), [("Zürich", "zurich"), ("STRASSE", "strasse"), ("Straße", "strasse")]
)
def test_case_and_accents_do_not_count(text, said):
    assert folded(text) == said


def ordered(kind, field, *, downwards=False):
    plan, words = programme(), CellWords()
    column = next(item for item in columns_of(kind) if item.name == field)

    def said(record, at):
        return words.text(plan, record, at)

    keys = sorted_keys(plan, plan.table(kind).all(), column, said, downwards=downwards)
    return [str(key) for key in keys]
