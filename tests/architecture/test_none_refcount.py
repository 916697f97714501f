"""Guards the PySide6 pin: release 6.12.0 aborts on Python 3.11 after some thousand calls."""

import sys

from PySide6.QtCore import QObject

CALLS = 500


def test_a_qt_call_that_returns_nothing_leaves_the_count_of_none_alone():
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        thing.setObjectName("x")

    assert before - sys.getrefcount(None) < CALLS // 5
