"""What is worked out once for all tests is what would have been worked out anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Workshop, workshop
from app.domain.judgement.engine import Judgement
from app.domain.plan.changes import RecordChange, put, remove
from app.domain.plan.plan import Kind, Plan
from app.paths import AppPaths
from app.services.clock import today
from app.services.opening import OpenPlan
from tests.builders import person, rid
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return workshop(AppPaths.below(tmp_path_factory.mktemp("home")), FakeClock())


@pytest.fixture(scope="module")
def file(shop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("plan") / "plan.irplan"
    shop.create_sample(path, "lindenhof-software").close()
    return path


@pytest.fixture(autouse=True)
def judged_before(shop: Workshop, file: Path) -> None:
    """The first judgement of a plan is not kept, the second is."""
    for _ in range(2):
        shop.open(file, read_only=True).close()


@pytest.fixture
def opened(shop: Workshop, file: Path, tmp_path: Path) -> Iterator[OpenPlan]:
    made = shop.open(Path(copyfile(file, tmp_path / "plan.irplan")))
    yield made
    made.store.close()


def said(judgement: Judgement) -> list[object]:
    """Everything a judgement says of its plan."""
    return [
        judgement.plan,
        dict(judgement.sections),
        dict(judgement.elements),
        [judgement.coverage(framework.id) for framework in judgement.frameworks],
        list(judgement.findings()),
        list(judgement.findings(accepted=True)),
    ]


def anew(opened: OpenPlan, plan: Plan) -> Judgement:
    """The judgement of a plan that nobody has read from a file."""
    judgement = opened.judgement
    copied = replace(plan)
    assert copied is not plan
    return Judgement(copied, judgement.template, judgement.standards, today(opened.clock))


def edits(plan: Plan) -> list[tuple[RecordChange, ...]]:
    """Every kind of record loses its first, and somebody comes."""
    gone = [
        (remove(plan, kind, first.id),)
        for kind in Kind
        if kind is not Kind.PROFILE and (first := next(iter(plan.table(kind).values()), None))
    ]
    return [*gone, (put(plan, person("new", "Newly Arrived")),)]


def test_a_copy_that_was_edited_says_what_a_fresh_judgement_says(opened):
    for changes in edits(opened.plan):
        opened.session.apply(changes, "Edit")

    assert said(opened.judgement) == said(anew(opened, opened.plan))
    opened.session.undo()
    assert said(opened.judgement) == said(anew(opened, opened.plan))


def test_editing_one_copy_leaves_the_next_as_the_plan_is(shop, file, tmp_path, opened):
    for changes in edits(opened.plan):
        opened.session.apply(changes, "Edit")

    again = shop.open(Path(copyfile(file, tmp_path / "again.irplan")))

    assert said(again.judgement) == said(anew(again, again.plan)) != said(opened.judgement)
    assert again.judgement is not opened.judgement
    again.store.close()


def test_the_same_rows_are_the_same_plan_and_others_are_not(shop, file, tmp_path, opened):
    before = opened.store.load()
    assert before is opened.store.load()

    opened.session.apply((put(opened.plan, person("new", "Newly Arrived")),), "Add")
    opened.save()

    after = opened.store.load()
    assert after == opened.plan != before
    assert rid("new") in after.people


def test_another_day_is_judged_anew(shop, file, tmp_path):
    days = []
    for ahead in (0, 4000, 0):
        shop.clock.moment = FakeClock().moment + timedelta(days=ahead)
        made = shop.open(Path(copyfile(file, tmp_path / "plan.irplan")))
        days.append(said(made.judgement))
        made.store.close()

    assert days[0] == days[2] != days[1]
