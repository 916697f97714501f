"""What is read of a list, a table or a tree."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView, QTreeView

from ui.models.find_cells import cells

DEEP = 3_000
"""Deeper than Python nests calls."""


@pytest.fixture
def model(host):
    return QStandardItemModel(host)


def said(view):
    return [text for _, text in cells(view)]


def test_a_tree_is_read_from_the_top_with_its_closed_branches(host, model):
    first = QStandardItem("a")
    first.appendRow([QStandardItem("a1"), QStandardItem("said of a1")])
    model.appendRow(first)
    model.appendRow(QStandardItem("b"))
    view = QTreeView(host)
    view.setModel(model)

    assert said(view) == ["a", "a1", "said of a1", "b"]


def test_a_tree_however_deep_is_read_to_its_end(host, model):
    last = QStandardItem("0")
    model.appendRow(last)
    for depth in range(1, DEEP):
        below = QStandardItem(str(depth))
        last.appendRow(below)
        last = below
    view = QTreeView(host)
    view.setModel(model)

    assert said(view) == [str(depth) for depth in range(DEEP)]


def test_a_view_of_nothing_says_nothing(host):
    assert said(QTableView(host)) == []


def test_what_is_hidden_or_blank_is_not_read(host, model):
    for words in (("shown", "hidden column"), ("hidden row", "x"), (" ", "x")):
        model.appendRow([QStandardItem(word) for word in words])
    view = QTableView(host)
    view.setModel(model)
    view.setColumnHidden(1, True)
    view.setRowHidden(1, True)

    assert said(view) == ["shown"]
