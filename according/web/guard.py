"""What every response is held to: who may ask, and what a page may load."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

OWN = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
"""Names that this machine has for itself; any other Host header is a page elsewhere that reaches in (DNS rebinding)."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What reports say stays out of the browser's cache; files of the program itself say otherwise (`server`)."""

Next = Callable[[Request], Awaitable[Response]]
Trouble = Callable[[Request, Exception], Response]
log = logging.getLogger(__name__)


def guard(trouble: Trouble) -> Callable[[Request, Next], Awaitable[Response]]:
    """Refuses foreign Host headers; puts the security headers on everything else, on the page of a failure (`trouble`) too."""

    async def guarded(request: Request, call_next: Next) -> Response:
        if not OWN.fullmatch(request.headers.get("host", "")):
            response: Response = PlainTextResponse(
                "According answers only on 127.0.0.1: open it under that name.\n", 400
            )
        else:
            try:
                response = await call_next(request)
            except Exception as error:
                log.error("%s could not be answered: %s", request.url.path, error)
                log.debug("unexpected", exc_info=error)
                response = trouble(request, error)
        for key, value in HEADERS.items():
            response.headers.setdefault(key, value)
        return response

    return guarded
