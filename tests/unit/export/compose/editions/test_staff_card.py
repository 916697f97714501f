from app.domain.document.tree import Callout, Facts, Tone
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.people import Channel, ChannelKind
from app.export.compose.editions.staff_card import staff_card
from tests.builders import person
from tests.unit.export.compose.editions.sources import answer, source_of
from tests.unit.export.compose.reading import GAP, lines


def card(*records):
    return staff_card(source_of(*records), lambda _: 0.5)


def test_the_numbers_to_call_come_first_and_are_never_cut():
    made = card(
        answer("reporting.urgent_channel", "the red line +44 117 496 0911"),
        answer("reporting.channel", "the desk"),
        answer("reporting.within", Duration(30, TimeUnit.MINUTES)),
    )

    first = made.body[0]
    assert isinstance(first, Callout)
    assert first.tone is Tone.BAD
    assert lines([first]) == [
        "Report at once, within 30 minutes at the latest: nobody has to wait for proof",
        "It goes on, or may do serious harm:",
        "The red line +44 117 496 0911",
        "Everything else:",
        "The desk",
    ]


def test_one_channel_is_for_everything():
    (first, *_) = card(
        answer("reporting.channel", "the desk"), answer("reporting.within", "soon")
    ).body

    assert lines([first]) == [
        "Report at once: nobody has to wait for proof",
        "Whatever you notice:",
        "The desk",
    ]


def test_only_an_urgent_channel_stands_alone():
    (first, *_) = card(answer("reporting.urgent_channel", "the red line")).body

    assert lines([first])[1:] == ["It goes on, or may do serious harm:", "The red line"]


def test_a_gap_is_seen():
    (first, *_) = card(answer("reporting.within", Duration(0, TimeUnit.MINUTES))).body

    assert lines([first]) == [
        "Report at once: nobody has to wait for proof",
        "Whatever you notice:",
        GAP,
    ]


def test_what_to_do_stands_beside_what_not_to_do():
    pairs = [block for block in card().body if isinstance(block, Callout) and block.beside]

    assert [(one.title, one.beside.title) for one in pairs if one.beside] == [
        ("What to report", "How to report"),
        ("Do", "Do not"),
    ]


def test_what_is_stated_besides_follows():
    made = card(
        answer("severity.always_critical", ("pumps", "valves")),
        answer("resources.help", "the desk"),
        person("ada", channels=(Channel(ChannelKind.MOBILE, "+44 7700 900101"),)),
    )

    (facts,) = [block for block in made.body if isinstance(block, Facts)]
    assert lines([facts]) == ["Critical here: Pumps, valves", "Questions and help: The desk"]
    assert "7700" not in "".join(lines(made.body))


def test_cut_texts_are_explained():
    made = staff_card(source_of(answer("resources.help", "the desk " * 30)), lambda _: 9.0)

    assert lines(made.body)[-1].startswith("A text that ends in …")
