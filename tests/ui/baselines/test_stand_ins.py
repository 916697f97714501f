"""Seals are covered, and nothing else."""

from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.baselines.stand_ins import cover_seals


def test_a_seal_is_covered_and_other_words_stay(host: QWidget):
    seal = QLabel(f"Its seal is {'0123456789abcdef' * 4}.", host)
    words = QLabel("Revision 12 of abc123", host)

    cover_seals(host)

    assert seal.text() == f"Its seal is {'0' * 64}."
    assert words.text() == "Revision 12 of abc123"
