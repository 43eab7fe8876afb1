"""How wide a known or unknown place is, by the words beside its name: a part of a town, a city, an area, a country."""

from __future__ import annotations

from according.domain.mention import PlaceMention
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree

SITE, CITY, AREA, COUNTRY = 0, 1, 2, 3
"""How wide a place is: a village or a part of a city, a city, an area such as a province, a country."""
WIDE_KM = 12.0
"""Radius from which a place without an administrative rank is taken for an area."""
LARGE = 100_000
"""Inhabitants from which a city may hold the place that is really meant."""


def width_of(tree: Tree, mention: PlaceMention) -> int:
    """How wide a known place is: "Idlib province" an area, "Idlib city" and a bare name of both a city."""
    features = [place.feature for place in mention.candidates[:4]]
    if features[:1] == ["country"]:
        return COUNTRY
    first = next((i for i in range(len(tree)) if tree.starts[i] >= mention.start), len(tree) - 1)
    behind = next((i for i in range(len(tree)) if tree.starts[i] >= mention.end), len(tree) - 1)
    after = tree.lower[behind]
    before = tree.lower[max(0, first - 2) : first]
    if before[:1] == ["district"] and first > 2 and tree.tags[first - 3] in ("NNP", "NNPS"):
        before = []  # "the Tishreen district of Latakia": the city that holds it
    if "district" in (after, *(before[:1] if before[-1:] == ["of"] else ())):
        return _of_district(tree, mention, behind)
    if (
        after in words("area_words")
        or mention.relation == "countryside"
        or (before[-1:] == ["of"] and before[0] in words("area_words"))
    ):
        return AREA
    if after in words("parts_of_towns"):
        return SITE  # "the Salah Eddin neighbourhood", whatever province has that name
    if "city" in features or "village" in features:
        large = any(p.feature in ("city", "admin1", "admin2") and p.population >= LARGE for p in mention.candidates[:4])
        return CITY if large or after == "city" else SITE
    wide = any(
        p.feature == "admin1" or (p.feature in ("admin2", "area") and p.radius_km > WIDE_KM)
        for p in mention.candidates[:1]
    )
    return AREA if wide else SITE


def _of_district(tree: Tree, mention: PlaceMention, behind: int) -> int:
    """ "Marjeh district" is a part of a city; "the Aleppo district of Marjeh" names the city, "Idlib district" an area.

    `behind` is the token after the name.
    """
    large = any(p.feature == "admin1" or p.population >= LARGE for p in mention.candidates[:4])
    if tree.lower[behind : behind + 2] == ["district", "of"]:
        return CITY
    return AREA if large else SITE


def width_by_word(word: str) -> int:
    """How wide an unknown name's place is by the word behind it: a "district" of its own is a part of a town."""
    return AREA if word in words("area_words") and not word.startswith("district") else SITE
