"""Forms of cover: an own team, people on call, a provider that watches; each reads its own way."""

import pytest

from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.records import Records
from tests.integration.overlaid import (
    COVERS,
    NEUTRAL,
    blocks,
    codes,
    plan_of,
    prose_of,
    record_keys,
    records_of,
)

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("cover", COVERS)
def test_a_form_of_cover_stands_where_it_is_stated_and_nowhere_else(cover):
    for stated, answers in COVERS.items():
        plan = plan_of({**NEUTRAL, **answers})
        standing = [block for block in blocks(cover) if block.text.strip() in prose_of(plan)]
        kinds = {kind_of(record) for record in records_of(plan, cover)}

        assert bool(standing) is (stated == cover)
        assert (Kind.METRIC in kinds) is (stated == cover)


@pytest.mark.parametrize("cover", COVERS)
def test_a_small_team_and_a_large_one_read_differently(cover):
    texts_of = {
        size: prose_of(plan_of({**NEUTRAL, **COVERS[cover], "profile.size": size}))
        for size in ("small", "medium", "large")
    }
    own = {
        size: {block.text for block in blocks(cover) if block.text.strip() in text}
        for size, text in texts_of.items()
    }

    assert own["medium"] == own["large"]
    assert own["small"] != own["large"]


def test_on_call_staff_and_a_watching_provider_go_together():
    answers = {"roles.team_model": "central", "roles.out_of_hours": "on-call"}
    plan = plan_of({**NEUTRAL, **answers, "monitoring.watch": "shared"})

    standing = {
        cover
        for cover in COVERS
        if any(block.text.strip() in prose_of(plan) for block in blocks(cover))
    }

    assert standing == {"cover-on-call", "cover-outsourced"}


@pytest.mark.parametrize("cover", COVERS)
def test_a_form_of_cover_raises_no_finding_of_its_own(cover):
    plan = plan_of({**NEUTRAL, **COVERS[cover]})
    own = record_keys(cover)
    bare = plan
    for kind in {kind for kind, _ in own}:
        kept = [item for item in plan.table(kind).values() if (kind, item.id) not in own]
        bare = bare.with_table(kind, Records(kept))

    assert bare != plan
    assert codes(plan) <= codes(bare)
