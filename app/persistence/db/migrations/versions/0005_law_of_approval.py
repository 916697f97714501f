"""Acts of approval, the triggers that hold them to the law, and the bytes of kept files."""

import sqlalchemy as sa
from alembic import op

from app.persistence.db.law import LAW

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of kept files and the triggers; no record is touched.

    The triggers stand in one place, because those of a schema never change.
    """
    op.create_table(
        "kept",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    connection = op.get_bind()
    for statement in LAW:
        connection.exec_driver_sql(statement)
    op.execute("PRAGMA user_version=5")
