import pytest

from app.services.importing.heading import looks_headed
from tests.unit.services.importing.tabling import table


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Name|Phone\nAda|020 7946 0958", True),
        ("Name\nAda", True),
        ("Ada|020 7946 0958\nBo|020 7946 0959", False),
        ("Ada|ada@x.org\nBo|bo@x.org", False),
        ("Ada Byron|Data\nBo Ek|Legal", False),
        ("Wer|Nummer\nAda|020 7946 0958\nBo|", True),
        ("Wer|\nAda|020 7946 0958", False),
        ("Name|Phone", True),
        ("Name|Ada", False),
        ("|", False),
        ("|\nAda|1", False),
        ("2026|5\n2027|6", False),
        (f"{'x' * 61}|Name\nAda|1", False),
    ],
)
def test_heads_are_told_from_values(text, headed):
    made = table(text, headed=False)

    assert looks_headed(made.rows[0].cells, made.rows[1:]) is headed
