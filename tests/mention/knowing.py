"""A few invented and real places and actors to find in texts, looked up as the compiled ones are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.clean import layout_of
from according.domain.mention import Mentions
from according.domain.place import Place
from according.domain.report import Report
from according.mention import find
from according.resolve.gazetteer_text import NameScanner
from according.resolve.registry import load_registry
from according.text.fold import fold


def place(
    name: str, feature: str = "village", country: str = "SYR", area: str | None = "SY.12", people: int = 0
) -> Place:
    return Place(
        id=f"test:{name}:{feature}:{country}",
        name=name,
        feature=feature,
        lat=36.0,
        lon=37.0,
        radius_km=2,
        country=country,
        admin1=None,
        population=people,
        source="a test",
        admin1_code=area,
    )


NAMED: Sequence[tuple[Place, Sequence[str]]] = (
    (place("Syria", "country", area=None, people=17_000_000), ("Syria", "سوريا")),
    (place("Idlib", "admin1", people=400_000), ("Idlib", "إدلب")),
    (place("Aleppo", "admin1", area="SY.09", people=2_000_000), ("Aleppo", "حلب")),
    (place("Saraqib", "city", people=34_000), ("Saraqib", "سراقب")),
    (replace(place("Hass"), within="test:Idlib:admin1:SYR"), ("Hass", "حاس")),
    (place("Shuhayl"), ("Shuhayl", "الشحيل")),
    (place("Suran"), ("Suran", "صوران")),
    (place("Duwayr al-Akrad"), ("Duwayr al-Akrad", "دوير الأكراد")),
    (place("Suleiman", country="TUN", area="TN.17", people=48_000), ("Soliman", "سليمان")),
    (place("Jabal", country="CIV", area="CI.1", people=600), ("Jabaliya Nord", "Kafrouma")),
    (place("Cairo", "city", country="EGY", area="EG.11", people=9_000_000), ("Cairo", "Kahira")),
    (place("Idlib", "city", people=98_000), ("Idlib", "إدلب")),
    (place("Saraqib", "admin2", people=90_000), ("Saraqib", "سراقب")),
)


class FewPlaces:
    """Satisfies Gazetteer."""

    digest = "few"

    def __init__(self) -> None:
        self._places: dict[str, list[Place]] = {}
        for known, names in NAMED:
            for name in names:
                self._places.setdefault(fold(name), []).append(known)
        self._scanner = NameScanner(
            lambda word: frozenset(n for n in self._places if n == word or n.startswith(word + " "))
        )

    def find(self, name: str) -> Sequence[Place]:
        return self._places.get(fold(name), ())

    def get(self, place_id: str) -> Place | None:
        return next((known for known, _ in NAMED if known.id == place_id), None)

    def match(self, text: str) -> Iterator[tuple[int, int, Sequence[Place]]]:
        for start, end, folded in self._scanner.scan(text):
            yield start, end, self._places[folded]


def report(text: str, lang: str, published: str | None = "2031-09-18", publisher: str | None = None) -> Report:
    return Report(
        id="0" * 64,
        text=text,
        title=None,
        publisher=publisher,
        published=published,
        url=None,
        lang=lang,
        given_id="1",
        snapshot="",
        byte_start=0,
        byte_end=0,
        extractor="test",
    )


def mentions(text: str, lang: str = "ar", published: str | None = "2031-09-18") -> Mentions:
    own = report(text, lang, published)
    return find(own, layout_of(own), FewPlaces(), load_registry())
