"""For whom a document is made of a plan; readers know such a document as an edition of it."""

from enum import Enum


class Audience(Enum):
    """Who reads the document; the value is the word on the command line and in file names."""

    PLAN = "plan"
    """Everybody who may have the plan: all of it."""
    BOARD = "board"
    """The board, on two pages."""
    STAFF = "staff"
    """Everybody who may notice something, on one page."""
    RESPONDERS = "responders"
    """Those who respond, with the network down."""
    SUPPLIERS = "suppliers"
    """Suppliers, as an annex to their contracts."""
    AUDITORS = "auditors"
    """Auditors: all of it but how to reach people."""

    @property
    def is_excerpt(self) -> bool:
        """Whether it is less than the plan, so that the plan's data do not go with it."""
        return self not in {Audience.PLAN, Audience.AUDITORS}

    @property
    def has_seal(self) -> bool:
        """Whether there is room in it for a signature; a page or two have none to spare."""
        return self not in {Audience.BOARD, Audience.STAFF}

    @property
    def withholds(self) -> bool:
        """Whether the addresses of people are left out of it."""
        return self not in {Audience.PLAN, Audience.RESPONDERS}
