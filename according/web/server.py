"""Serves the pages on 127.0.0.1, until Ctrl-C."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from according.app import wiring
from according.app.settings import Settings
from according.domain.protocols import Ledger
from according.web.guard import guard
from according.web.pages import router, templates

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1"


class Files(StaticFiles):
    """The program's own files: a browser may keep them, and asks each time whether they changed."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        return response


def application(ledger: Ledger) -> FastAPI:
    """The pages over a ledger. Errors are pages too, without a word of the inside."""
    app = FastAPI(title="According", docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(guard(_told))
    app.mount("/static", Files(directory=HERE / "static"), name="static")
    app.mount("/vendor", Files(directory=HERE / "vendor", check_dir=False), name="vendor")
    app.include_router(router(ledger))
    app.add_exception_handler(HTTPException, _told)
    return app


def _told(request: Request, error: Exception) -> HTMLResponse:
    status, words = 500, "Something went wrong here. The ledger is not harmed; try again."
    if isinstance(error, HTTPException):
        status = error.status_code
        words = str(error.detail) if status in (400, 404) and error.detail != "Not Found" else "There is no such page."
    elif isinstance(error, OSError):  # the ledger's own words: what to do
        words = str(error)
    return templates.TemplateResponse(request, "error.html", {"status": status, "words": words}, status_code=status)


def serve(settings: Settings, port: int) -> None:
    """Blocks until Ctrl-C. Raises OSError, before anything is printed, when the port is taken."""
    import uvicorn

    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((ADDRESS, port))
    except OSError as error:
        taken.close()
        raise OSError(
            f"port {port} of {ADDRESS} cannot be used ({error.strerror}): choose another with --port"
        ) from error
    taken.listen(128)
    ledger = wiring.ledger(settings)
    print(f"According is at http://{ADDRESS}:{port} (Ctrl-C stops it)", flush=True)
    server = uvicorn.Server(uvicorn.Config(application(ledger), log_level="warning", access_log=False))
    try:
        server.run(sockets=[taken])
    except KeyboardInterrupt:
        pass
    finally:
        ledger.close()
        taken.close()
