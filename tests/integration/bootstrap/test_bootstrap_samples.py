def test_sample_organisations_are_shown_in_words(made):
    cards = {card.name: card for card in made.sample_cards()}

    assert tuple(cards) == made.samples()
    northwind = cards["northwind-health"]
    assert northwind.organisation == "Northwind Health Limited"
    assert northwind.template == made.template("combined").name
    assert all(card.sector.strip() and card.sector[0].isupper() for card in cards.values())
