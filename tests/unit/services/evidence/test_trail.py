import csv
import hashlib
import io
import json

import pytest

from app.domain.lifecycle.auditing import History
from app.domain.lifecycle.chain import Entry, chained
from app.services.evidence.trail import TrailUnreadable, broken_at, revisions_csv, trail_json

ENTRIES = (
    Entry(1, "a1", "2026-11-21T12:00:00+00:00", "Ann", "Created", '[{"created": true}]'),
    Entry(2, "a2", "2026-11-21T12:01:00+00:00", "Bob", "=Names", "[{}, {}]"),
    Entry(3, "a3", "2026-11-21T12:02:00+00:00", "Ann", "Łódź", "no JSON"),
    Entry(4, "a4", "2026-11-21T12:03:00+00:00", "Ann", "Odd", "{}"),
)
TRAIL = History("plan-x", ENTRIES, tuple(chained(ENTRIES)), ())
UNCHAINED = History("plan-x", ENTRIES, (), ())


def test_the_table_has_one_row_a_revision():
    made = csv.DictReader(io.StringIO(revisions_csv(TRAIL).decode("utf-8-sig"), newline=""))

    rows = list(made)
    assert [row["revision"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["changes"] for row in rows] == ["1", "2", "", ""]
    assert rows[1]["what"] == "'=Names"
    assert rows[1]["hash before"] == rows[0]["hash"] == TRAIL.links[0].hash


def test_a_file_without_seals_has_a_trail_without_hashes():
    rows = list(
        csv.DictReader(io.StringIO(revisions_csv(UNCHAINED).decode("utf-8-sig"), newline=""))
    )

    assert {(row["hash"], row["hash before"]) for row in rows} == {("", "")}
    assert json.loads(trail_json(UNCHAINED))["revisions"][0]["hash"] is None
    assert broken_at(trail_json(UNCHAINED)) == 1


def test_anybody_can_compute_the_hashes_again_as_the_readme_says():
    said = json.loads(trail_json(TRAIL))
    before = said["before_the_first"]
    for one in said["revisions"]:
        names = ("number", "request", "at", "actor", "label", "changes")
        text = json.dumps(
            [before, *(one[name] for name in names)], ensure_ascii=False, separators=(",", ":")
        )
        before = hashlib.sha256(text.encode()).hexdigest()
        assert one["hash"] == before


def test_an_untouched_trail_is_whole():
    assert broken_at(trail_json(TRAIL)) is None


@pytest.mark.parametrize("name", ["actor", "label", "at", "changes", "request", "hash", "previous"])
def test_a_change_to_any_revision_is_found(name):
    said = json.loads(trail_json(TRAIL))
    said["revisions"][1][name] = "other"

    assert broken_at(json.dumps(said).encode()) == 2


def test_a_revision_taken_out_is_found():
    said = json.loads(trail_json(TRAIL))
    del said["revisions"][1]

    assert broken_at(json.dumps(said).encode()) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b'{"revisions": 7}',
        b'{"revisions": [7]}',
        b'{"revisions": [{}]}',
        b"\xff",
        b"[" * 100_000,
        json.dumps(
            {"revisions": [{**json.loads(trail_json(TRAIL))["revisions"][0], "number": True}]}
        ).encode(),
        json.dumps(
            {"revisions": [{**json.loads(trail_json(TRAIL))["revisions"][0], "label": 7}]}
        ).encode(),
        b'{"revisions": [{"number":1,"request":"","at":"","actor":"\\ud800","label":"",'
        b'"changes":"","previous":"","hash":""}]}',
    ],
)
def test_what_is_no_trail_is_refused(data):
    with pytest.raises(TrailUnreadable, match="not one of ours"):
        broken_at(data)
