from collections import Counter

import pytest

from app.domain.judgement.crosswalk import CrosswalkRow, Relation, SourceKind
from app.domain.judgement.requirements import Confidence
from app.persistence.library.crosswalk import COLUMNS, read_crosswalk
from app.persistence.library.files import named
from app.services.library import LibraryFileInvalid
from tests.shipped import SHIPPED_LIBRARY

HEAD = ",".join(COLUMNS)
ROW = 'csf,RS.MA-01,iso,A.5.26,equal,"A table, 2nd edition",official,high'
OUTSIDE = {"nist-sp-800-53r5-ir"}
"""Frameworks of which a pack holds one part, while authorities also map to the others."""


def _read(tmp_path, *lines):
    path = tmp_path / "crosswalk.csv"
    path.write_text("\n".join((HEAD, *lines)) + "\n", encoding="utf-8")
    return read_crosswalk(named(tmp_path, path))


def _problems(tmp_path, *lines):
    with pytest.raises(LibraryFileInvalid) as caught:
        _read(tmp_path, *lines)
    return [line.removeprefix(f"{tmp_path.name}/crosswalk.csv: ") for line in caught.value.problems]


def test_a_row_is_read_whole(tmp_path):
    (row,) = _read(tmp_path, ROW).rows

    assert row == CrosswalkRow(
        "csf",
        "RS.MA-01",
        "iso",
        "A.5.26",
        Relation.EQUAL,
        "A table, 2nd edition",
        SourceKind.OFFICIAL,
        Confidence.HIGH,
    )


def test_without_a_file_nothing_is_related(tmp_path):
    assert read_crosswalk(named(tmp_path, tmp_path / "crosswalk.csv")).rows == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("csf", "CSF 2", "column framework: 'CSF 2' is no id; use lower-case letters"),
        ("iso", "", "column other_framework: '' is no id; use lower-case letters"),
        ("RS.MA-01", "", "column requirement: is blank"),
        ("RS.MA-01", "rs.ma-1", "column requirement: write it 'RS.MA-01'"),
        ("A.5.26", " A.5.26", "column other_requirement: write it 'A.5.26'"),
        ("equal", "same", "column relation: 'same' is none of equal, subset, superset, intersect"),
        ('"A table, 2nd edition"', " ", "column source: is blank"),
        ("official", "Official", "column source_kind: 'Official' is none of official, secondary"),
        ("high", "low", "column confidence: 'low' is none of high, medium, memory"),
    ],
)
def test_a_wrong_cell_is_told_with_its_line_and_column(tmp_path, old, new, problem):
    other = ROW.replace("RS.MA-01", "RS.MA-02")

    (told,) = _problems(tmp_path, other, ROW.replace(old, new))

    assert told.startswith(f"line 3, {problem}")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "line 2: has 0 columns instead of 8"),
        (ROW + ",true", "line 2: has 9 columns instead of 8"),
        (ROW.replace('"', "", 1), "line 2: has 9 columns instead of 8"),
        (
            ROW.replace("iso,A.5.26", "csf,RS.MA-01"),
            "line 2: relates a requirement to itself",
        ),
        (ROW.replace('edition"', "edition"), "line 2: is no line of a CSV file"),
    ],
)
def test_a_line_that_is_no_row_is_told(tmp_path, line, problem):
    (told,) = _problems(tmp_path, line)

    assert told.startswith(problem)


def test_a_pair_stands_once_whichever_comes_first(tmp_path):
    turned = 'iso,A.5.26,csf,RS.MA-01,related,"Another table",own,medium'

    assert _problems(tmp_path, ROW, turned) == ["line 3: relates the same two as line 2"]


def test_every_wrong_cell_is_told_at_once(tmp_path):
    told = _problems(tmp_path, "csf,,iso,A.5.26,same,A table,official,low", ROW)

    assert [line.partition(":")[0] for line in told] == [
        "line 2, column requirement",
        "line 2, column relation",
        "line 2, column confidence",
    ]


@pytest.mark.parametrize("head", ["", HEAD.replace("relation,", ""), "sep=;\n" + HEAD])
def test_other_columns_are_refused(tmp_path, head):
    path = tmp_path / "crosswalk.csv"
    path.write_text(f"{head}\n{ROW}\n", encoding="utf-8")

    with pytest.raises(LibraryFileInvalid, match="line 1: the columns are not framework, requ"):
        read_crosswalk(named(tmp_path, path))


def test_a_file_that_is_not_text_is_told(tmp_path):
    path = tmp_path / "crosswalk.csv"
    path.write_bytes(b"\xff\xfe")

    with pytest.raises(LibraryFileInvalid, match="byte 1 is not UTF-8"):
        read_crosswalk(named(tmp_path, path))


def test_the_shipped_crosswalk_relates_requirements_of_shipped_frameworks():
    library = SHIPPED_LIBRARY
    rows = library.crosswalk().rows

    named_there = {(row.framework, row.requirement) for row in rows}
    named_there |= {(row.other_framework, row.other_requirement) for row in rows}
    unknown = {
        (framework, requirement)
        for framework, requirement in named_there
        if not (found := library.framework(framework).find(requirement)) or found.id != requirement
    }

    assert len(rows) == 1143
    assert {framework for framework, _ in unknown} == OUTSIDE
    assert not any(requirement.startswith("IR-") for _, requirement in unknown)


def test_the_shipped_crosswalk_says_of_every_row_who_made_it():
    library = SHIPPED_LIBRARY
    rows = library.crosswalk().rows

    kinds = Counter(row.source_kind for row in rows)
    ours = {row.source_kind for row in rows if "irplan" in row.source}

    assert kinds == {SourceKind.OFFICIAL: 925, SourceKind.SECONDARY: 39, SourceKind.OWN: 179}
    assert ours == {SourceKind.OWN}
