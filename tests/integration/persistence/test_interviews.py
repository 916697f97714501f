"""What is remembered of interviews, in its file."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.plan.ids import RecordId
from app.persistence.interviews import MOST_PLANS, InterviewFile
from app.services.interviewing.memory import Remembered

PLAN = RecordId("plan-1")
SOME = Remembered("people", frozenset({"technology", "organisation"}), 7)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "interviews.json"


def test_it_survives_plan_by_plan(path):
    InterviewFile(path).save(PLAN, SOME)
    InterviewFile(path).save(RecordId("plan-2"), Remembered("*result"))

    assert InterviewFile(path).load(PLAN) == SOME
    assert InterviewFile(path).load(RecordId("plan-2")) == Remembered("*result")
    assert InterviewFile(path).load(RecordId("plan-3")) == Remembered()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_plan_not_touched_for_longest_is_forgotten(path):
    memory = InterviewFile(path)
    for number in range(MOST_PLANS):
        memory.save(RecordId(f"p{number}"), SOME)
    memory.save(RecordId("p0"), SOME)

    memory.save(PLAN, SOME)

    assert memory.load(RecordId("p1")) == Remembered()
    assert memory.load(RecordId("p0")) == memory.load(PLAN) == SOME


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"plan-1": 3}'])
def test_what_is_unreadable_is_forgotten_and_written_anew(path, content):
    path.parent.mkdir()
    path.write_bytes(content)

    assert InterviewFile(path).load(PLAN) == Remembered()
    InterviewFile(path).save(PLAN, SOME)
    assert InterviewFile(path).load(PLAN) == SOME


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from(["left_at", "skipped", "followed"]), JSON))
def test_whatever_stands_there_is_read_as_something(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({str(PLAN): data}), "utf-8")

    found = InterviewFile(path).load(PLAN)

    assert isinstance(found.left_at, str)
    assert all(isinstance(item, str) for item in found.skipped)
    assert found.followed >= 0


def test_a_folder_that_refuses_is_not_worth_a_failure(tmp_path):
    (tmp_path / "state").write_text("a file", "utf-8")

    InterviewFile(tmp_path / "state" / "interviews.json").save(PLAN, SOME)

    assert (tmp_path / "state").read_text("utf-8") == "a file"
