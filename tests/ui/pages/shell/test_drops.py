"""What the window takes, and where it goes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from ui.models.areas import AREAS
from ui.pages.shell.drops import TABLES, TAKING, may_take, taking_area


@pytest.mark.parametrize(
    ("name", "area", "goes"),
    [
        ("a.csv", "programme", "programme"),
        ("a.csv", "people", "people"),
        ("a.CSV", "overview", "people"),
        ("a.vcf", "programme", "people"),
        ("A.VCARD", "programme", "people"),
    ],
)
def test_tables_go_to_the_page_that_reads_them(name, area, goes):
    assert taking_area(Path(name), area) == goes


def test_pages_that_read_tables_exist():
    assert set(AREAS) >= TAKING


@pytest.mark.parametrize("ending", TABLES)
def test_tables_need_a_plan_others_need_none(bridge, ending):
    assert may_take(Path(f"a{ending}"), bridge)
    assert not may_take(Path(f"a{ending}"), None)
    assert may_take(Path("a.irplan"), None)
    assert may_take(Path("a.pdf"), None)


def test_nothing_is_taken_while_a_question_is_open(host, bridge):
    host.show()
    dialog = QDialog(host)
    dialog.open()

    assert not may_take(Path("a.csv"), bridge)
    dialog.reject()
    assert may_take(Path("a.csv"), bridge)
