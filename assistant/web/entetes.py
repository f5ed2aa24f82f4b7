"""Safety headers on everything served: the browser itself refuses any outside host."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

__all__ = ["ENTETES", "Entetes", "intergiciels"]

ENTETES = {
    # Gradio needs inline scripts and styles and compiles its templates; nothing may leave.
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}

Message = MutableMapping[str, Any]
Envoi = Callable[[Message], Awaitable[None]]


class Entetes:
    """ASGI middleware that adds `ENTETES` to each response and lets bodies stream through."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Any, send: Envoi) -> None:
        async def envoyer(message: Message) -> None:
            if message["type"] == "http.response.start":
                entetes = [(n.encode(), v.encode()) for n, v in ENTETES.items()]
                message["headers"] = [*message.get("headers", ()), *entetes]
            await send(message)

        await self.app(scope, receive, envoyer if scope["type"] == "http" else send)


def intergiciels() -> list[Any]:
    """What `launch(app_kwargs={"middleware": …})` takes."""
    from starlette.middleware import Middleware

    return [Middleware(Entetes)]
