"""Run by Alembic: applies the migrations on the connection that `base.mettre_a_niveau` holds."""

from alembic import context

from assistant.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,  # all of it or none: SQLite can, once BEGIN is ours
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
