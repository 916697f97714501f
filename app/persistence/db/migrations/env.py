"""Alembic's entry point: migrates the connection it is handed."""

from alembic import context

from app.persistence.db.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
