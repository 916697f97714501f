"""More fields of records in the same tables: scenarios, formulas, deciders and linked messages."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count the schema up, so that a program without these fields refuses the file."""
    op.execute("PRAGMA user_version=3")
