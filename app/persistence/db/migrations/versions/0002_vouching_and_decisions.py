"""More kinds of records in the same tables: what people vouch for, and decisions to notify."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count the schema up, so that a program without these kinds refuses the file."""
    op.execute("PRAGMA user_version=2")
