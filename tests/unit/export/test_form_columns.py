from app.export.form_columns import column_weights


def test_a_longer_head_takes_more_of_the_width():
    number, time, fact = column_weights(("No.", "Date and time", "Fact, action or decision"))

    assert number < time < fact


def test_the_shortest_heads_leave_room_to_write():
    assert column_weights(("", "No.")) == (9.0, 9.0)
