"""Where a place lies that nobody knows: in the area or near the town that the report names with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from according.domain.mention import PlaceMention
from according.domain.place import Place
from according.domain.protocols import Gazetteer
from according.domain.values import PlaceKind
from according.resolve.context import Context, kilometres
from according.resolve.precision import FARTHEST_UP, NEAR
from according.resolve.scoring import WIDE, inside
from according.resolve.wording import holds_it, is_beside, is_part_of_town, is_quarter, sentence_around

DOMINANT = 0.75
"""Share of the report's country words from which an unknown village of it lies in that country."""
WITHIN_TOWN = 3.0
"""Kilometres that a quarter of a town may lie outside of its known reach."""
QUARTER = 30.0
"""Kilometres from the middle of a town beyond which nothing is a quarter of it."""
LONGEST_GAP = 70
"""Characters between a village and the area that the same phrase gives it."""


class Holder(NamedTuple):
    """The place in or near which the report says that another one lies; `sure`: the same phrase says it."""

    place: Place
    further: float
    """Kilometres that the other one may lie outside of it, where it is a settlement."""
    sure: bool

    def denies(self, place: Place) -> bool:
        """Can the one that bears the name not be the one that lies there?"""
        if place.country != self.place.country:
            return True
        return self.sure and self.place.feature in ("admin1", "admin2") and not inside(place, self.place)


class Holders:
    """What holds the names of one report. `alone` says which place a mention means by itself."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[PlaceMention],
        context: Context,
        gazetteer: Gazetteer,
        alone: Callable[[PlaceMention], Place | None],
    ) -> None:
        self._text = text
        self._mentions = [mention for mention in mentions if mention.kind is PlaceKind.PLACE]
        self._all = mentions
        self._context = context
        self._gazetteer = gazetteer
        self._alone = alone

    def of(self, name: str, start: int) -> Holder | None:
        """What the phrase names after a place, here or where the name stands else; or the only area that its sentence names."""
        country: Place | None = None
        for at in (
            start,
            *(found.start() for found in re.finditer(re.escape(name), self._text) if found.start() != start),
        ):
            for mention in self._mentions:
                gap = self._text[at + len(name) : mention.start]
                if not 0 <= mention.start - at - len(name) <= LONGEST_GAP or not holds_it(gap):
                    continue
                place = self._alone(mention)
                if place is not None and place.feature == "country":
                    country = place
                elif place is not None:
                    return self._holding(name, place, mention, gap)
        begin, stop = sentence_around(self._text, start)
        leading = country.country if country is not None else self._context.leading(name)
        found: list[Place] = []
        for mention in self._mentions:
            if begin <= mention.start < stop:
                place = self._alone(mention)
                area = self._district(place) if place is not None else None
                if area is not None and area not in found and leading == area.country:
                    found.append(area)
        found = [area for area in found if not any(inside(other, area) for other in found)]
        if len(found) == 1:
            return Holder(found[0], 0.0, sure=False)
        if country is None:
            return None
        common = self._common
        return Holder(common if common is not None and common.country == country.country else country, 0.0, sure=False)

    def quarters(self) -> Mapping[str, Holder]:
        """Names that the report gives a quarter of a town ("the Sulaymaniyah neighbourhood of Aleppo"), with the town."""
        found: dict[str, Holder] = {}
        for mention in self._mentions:
            if mention.anchor in found or not is_quarter(self._text, mention.end):
                continue
            holder = self.of(mention.anchor, mention.start)
            if holder is not None and holder.sure:
                found[mention.anchor] = holder
        return found

    def wider(self, name: str) -> Place | None:
        """The one province of all that the report names, else the country that it speaks of."""
        area = self._common
        if area is not None and area.country == self._context.leading(name):
            return area
        country = self._context.dominant(DOMINANT, name)
        if country is None:
            return None
        return self._context.country_place(country) or self._climbed_to("country", country)

    @cached_property
    def _common(self) -> Place | None:
        """The first-level area that holds every settlement and area that the report names."""
        named = [
            place
            for mention in self._mentions
            if mention.candidates and (place := self._alone(mention)) is not None and place.feature not in WIDE
        ]
        codes = {place.admin1_code for place in named}
        if len(codes) != 1 or None in codes:
            return None
        return next((area for place in named if (area := self._holder_of(place, "admin1")) is not None), None)

    def _climbed_to(self, feature: str, country: str) -> Place | None:
        """The country (or area) of a place that the report names."""
        inside_it = (place for mention in self._all for place in mention.candidates if place.country == country)
        return next((area for place in inside_it if (area := self._holder_of(place, feature)) is not None), None)

    def _holder_of(self, place: Place, feature: str) -> Place | None:
        for _ in range(FARTHEST_UP):
            if place.feature == feature and place.lat is not None:
                return place
            holder = self._gazetteer.get(place.within) if place.within else None
            if holder is None:
                return None
            place = holder
        return None

    def _district(self, place: Place) -> Place | None:
        """The area that a place is, or the smallest one that holds the settlement and has a point."""
        if place.feature in ("city", "village"):
            return self._holder_of(place, "admin2") or self._holder_of(place, "admin1")
        return place if place.feature in ("admin1", "admin2") else None

    def _holding(self, name: str, place: Place, mention: PlaceMention, gap: str) -> Holder:
        """ "The X quarter of Taiz" lies in the town, "X near Taiz" not far from it, "X in Taiz" as likely in the district of that name."""
        if is_quarter(gap, 0) or is_part_of_town(name):
            return Holder(place, WITHIN_TOWN, sure=True)
        if place.feature in ("city", "village") and not is_beside(gap):
            named_so = [p for p in mention.candidates if p.admin1_code == place.admin1_code and p.lat is not None]
            for level in ("admin2", "admin1"):
                if (area := next((p for p in named_so if p.feature == level), None)) is not None:
                    return Holder(area, 0.0, sure=True)
        return Holder(place, NEAR, sure=True)


def apart(one: Place, other: Place) -> bool:
    """Do they lie too far from each other for the one to be a quarter of the other?"""
    return one.lat is None or other.lat is None or kilometres(one, other) > QUARTER
