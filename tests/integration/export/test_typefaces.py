import pytest

from app.export.typefaces import Face, characters_of, face_of, fallback_of, width


@pytest.mark.parametrize("face", list(Face))
def test_every_face_is_there_and_writes_latin(face):
    assert set(range(0x20, 0x7F)) <= characters_of(face)
    assert 0 < width("incident", face, 10) < 80


def test_faces_go_by_weight():
    assert face_of(400) is Face.REGULAR
    assert face_of(400, italic=True) is Face.ITALIC
    assert face_of(600) is Face.SEMIBOLD
    assert face_of(700, italic=True) is Face.BOLD


def test_heavy_text_has_a_heavy_stand_in():
    assert fallback_of(Face.BOLD) is Face.FALLBACK_BOLD
    assert fallback_of(Face.ITALIC) is Face.FALLBACK


def test_widths_grow_with_the_size():
    assert width("plan", Face.REGULAR, 20) == pytest.approx(2 * width("plan", Face.REGULAR, 10))
