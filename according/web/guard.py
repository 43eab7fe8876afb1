"""What every response is held to: who may ask, and what a page may load."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Names that this machine has for itself; any other Host header is a page elsewhere that reaches in (DNS rebinding)."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

Next = Callable[[Request], Awaitable[Response]]


async def guard(request: Request, call_next: Next) -> Response:
    """Refuses foreign Host headers; puts the security headers on everything else."""
    host = request.headers.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    if name.lower() not in HOSTS:
        response: Response = PlainTextResponse("According answers only on 127.0.0.1: open it under that name.\n", 400)
    else:
        response = await call_next(request)
    for key, value in HEADERS.items():
        response.headers.setdefault(key, value)
    return response
