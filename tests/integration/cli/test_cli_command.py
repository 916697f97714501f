import argparse

from app.cli.command import add_command


def test_a_command_carries_its_run_and_shows_its_example():
    def run(workshop, arguments):
        return 7

    parser = argparse.ArgumentParser("irplan")
    made = add_command(parser.add_subparsers(), "fly", "Fly away.", run, "irplan fly  --far")

    assert parser.parse_args(["fly"]).run is run
    assert made.format_help().endswith("example:\n  irplan fly  --far\n")
    assert "Fly away." in made.format_help()
