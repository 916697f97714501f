import hashlib
import json
from operator import attrgetter

import pytest

from app.domain.lifecycle.matter import LIFE, matter, touches_matter
from app.domain.plan.acts import Deed
from app.domain.plan.changes import put
from app.domain.plan.codec import plan_data
from app.domain.plan.governance import Action
from app.domain.plan.plan import Kind
from tests.builders import person, plan_with, rid
from tests.unit.domain.lifecycle.approving.acts import act

PLAN = plan_with(person("ann"), Action(rid("a"), "Call"), act(Deed.SUBMITTED))


def test_it_is_the_hash_of_the_data_without_the_tables_of_its_life():
    data = {
        name: table for name, table in plan_data(PLAN).items() if name not in {"actions", "acts"}
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert matter(PLAN) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("kind", sorted(LIFE, key=attrgetter("value")))
def test_what_happens_to_a_plan_does_not_change_it(kind):
    assert matter(PLAN) == matter(PLAN.with_table(kind, plan_with().table(kind)))


def test_its_content_does():
    assert matter(PLAN) != matter(plan_with(person("bea")))
    assert touches_matter((put(PLAN, person("bea")),))
    assert touches_matter((put(PLAN, act(Deed.RECALLED, 2)), put(PLAN, person("bea"))))
    assert not touches_matter((put(PLAN, Action(rid("b"), "Write")),))
    assert not touches_matter(())


def test_the_organisation_and_the_rules_of_upkeep_are_content():
    assert not {Kind.PROFILE, Kind.UPKEEP, Kind.SECTION, Kind.EXERCISE} & LIFE
