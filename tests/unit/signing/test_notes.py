from app.signing.notes import GENERAL, notes_for


def test_an_unsigned_file_needs_no_notes_about_signatures():
    assert notes_for(()) == ()
    assert notes_for((), "extra") == ("extra",)


def test_every_general_note_says_what_was_not_checked():
    assert all(note.startswith("Not checked: ") for note in GENERAL)
