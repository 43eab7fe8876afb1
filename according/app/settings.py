"""Where things are: read once from the environment and the command line, then passed on."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`home` holds the compiled gazetteer, `registry` lists actor files beyond the shipped one, `reviewer` is whom judgements
    name."""

    home: Path
    ledger: Path
    registry: tuple[Path, ...] = ()
    reviewer: str = ""

    @property
    def gazetteer(self) -> Path:
        return self.home / "gazetteer.sqlite"

    @property
    def actors(self) -> Path:
        """The folder of actor files that were added for good."""
        return self.home / "actors"

    @property
    def snapshots(self) -> Path:
        """Beside the ledger: ./according.db keeps its files in ./according.snapshots (DESIGN.md, Paths)."""
        return self.ledger.with_suffix(".snapshots")

    @classmethod
    def of(
        cls,
        environment: Mapping[str, str] | None = None,
        *,
        ledger: Path | None = None,
        registry: Sequence[Path] = (),
    ) -> Settings:
        """What the caller names wins over $ACCORDING_HOME, $ACCORDING_LEDGER; registry files of both are taken."""
        env = os.environ if environment is None else environment
        named = tuple(Path(p) for p in env.get("ACCORDING_REGISTRY", "").split(os.pathsep) if p)
        return cls(
            home=Path(env.get("ACCORDING_HOME") or Path.home() / ".according"),
            ledger=ledger or Path(env.get("ACCORDING_LEDGER") or "according.db"),
            registry=(*named, *registry),
            reviewer=env.get("ACCORDING_REVIEWER") or _login(),
        )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
