"""The two tables, as SQLAlchemy sees them; `migrations/versions` creates and changes them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

__all__ = ["Base", "Conversation", "Tour"]


class InstantUTC(TypeDecorator[datetime]):
    """A moment with its time zone: SQLite forgets it, so it is stored and read back as UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """Holds the metadata of the store."""


class Conversation(Base):
    """One conversation and the facts understood so far (`etat`, null before the first turn)."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    titre: Mapped[str] = mapped_column(Text)
    etat: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    cree_le: Mapped[datetime] = mapped_column(InstantUTC)
    modifie_le: Mapped[datetime] = mapped_column(InstantUTC)


class Tour(Base):
    """One question, the answer given, the facts after it, and the versions that answered."""

    __tablename__ = "tours"
    __table_args__ = (UniqueConstraint("conversation_id", "numero"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    numero: Mapped[int]
    question: Mapped[str] = mapped_column(Text)
    reponse: Mapped[dict[str, Any]] = mapped_column(JSON)
    etat: Mapped[dict[str, Any]] = mapped_column(JSON)
    provenance: Mapped[dict[str, Any]] = mapped_column(JSON)
    cree_le: Mapped[datetime] = mapped_column(InstantUTC)
