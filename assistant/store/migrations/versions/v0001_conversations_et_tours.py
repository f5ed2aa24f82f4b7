"""Conversations and their turns."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "conversations",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("titre", sa.Text, nullable=False),
        sa.Column("etat", sa.JSON),
        sa.Column("cree_le", sa.DateTime, nullable=False),
        sa.Column("modifie_le", sa.DateTime, nullable=False),
    )
    op.create_table(
        "tours",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation_id", sa.String, sa.ForeignKey("conversations.id"), nullable=False),
        sa.Column("numero", sa.Integer, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("reponse", sa.JSON, nullable=False),
        sa.Column("etat", sa.JSON, nullable=False),
        sa.Column("provenance", sa.JSON, nullable=False),
        sa.Column("cree_le", sa.DateTime, nullable=False),
        sa.UniqueConstraint("conversation_id", "numero"),
    )


def downgrade() -> None:
    """Drop both tables, with what they hold."""
    op.drop_table("tours")
    op.drop_table("conversations")
