from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from app.export.pdf.finish.xmp import Description, packet


def description(**changes):
    values = {
        "title": "A & B <c>",
        "author": "Ada",
        "subject": "",
        "keywords": "a, b",
        "identifier": "X-1",
        "source": "",
        "language": "en-GB",
        "creator": "irplan",
        "created": datetime(2026, 1, 2, tzinfo=UTC),
        "archive_part": 3,
    }
    return Description(**{**values, **changes})


def test_the_packet_is_well_formed_and_says_what_it_was_told():
    root = ElementTree.fromstring(packet(description()))

    texts = [element.text for element in root.iter()]
    assert "A & B <c>" in texts
    assert "2026-01-02T00:00:00+00:00" in texts


@pytest.mark.parametrize("part", [2, 3])
def test_the_packet_names_the_part_of_the_archive_standard(part):
    data = packet(description(archive_part=part)).decode()

    assert f"<pdfaid:part>{part}</pdfaid:part>" in data


def test_blank_values_are_left_out():
    assert "dc:description>" not in packet(description()).decode()
