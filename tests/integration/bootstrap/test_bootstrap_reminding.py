def test_reminders_are_written_as_a_calendar(made, opened, tmp_path):
    made.write_calendar(opened, tmp_path / "x.ics")

    assert (tmp_path / "x.ics").read_bytes() == made.calendar(opened)
    assert made.calendar(opened).startswith(b"BEGIN:VCALENDAR\r\n")
    assert made.reminders(opened) == ()
