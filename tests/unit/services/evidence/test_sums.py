import hashlib

import pytest

from app.services.evidence import names
from app.services.evidence.sums import SumsUnreadable, sums_in, sums_of

FILES = {"b.txt": b"two", "a/x.csv": b"one", names.SUMS_SIGNATURE: b"s", names.SUMS: b"old"}
ONE = hashlib.sha256(b"one").hexdigest()


def test_every_file_but_what_signs_has_a_line_in_order_of_names():
    made = sums_of(FILES).decode()

    assert made == f"{ONE}  a/x.csv\n{hashlib.sha256(b'two').hexdigest()}  b.txt\n"


def test_what_was_written_is_read_back():
    assert sums_in(sums_of(FILES)) == {
        "a/x.csv": ONE,
        "b.txt": hashlib.sha256(b"two").hexdigest(),
    }
    assert sums_in(b"") == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff", "not plain text"),
        (b"x", "a line of it"),
        (f"{ONE}  a".encode(), "a line of it"),
        (f"{ONE} *a\n".encode(), "a line of it"),
        (f"{ONE.upper()}  a\n".encode(), "a line of it"),
        (f"{ONE}  a\r\n".encode(), "a line of it"),
        (f"{ONE}  a\n\n".encode(), "a line of it"),
        (f"{ONE}  a b\n".encode(), "a line of it"),
        (f"{ONE}  a\n{ONE}  a\n".encode(), "twice"),
    ],
)
def test_a_list_that_can_be_read_in_two_ways_is_refused(data, why):
    with pytest.raises(SumsUnreadable, match=why):
        sums_in(data)
