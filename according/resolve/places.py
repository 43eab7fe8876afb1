"""Which place a name in a report stands for, by everything else that the report names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.domain.mention import Mentions, PlaceMention
from according.domain.place import Place, ResolvedPlace
from according.domain.protocols import Gazetteer
from according.domain.report import Report
from according.domain.values import PlaceKind
from according.resolve.context import Context
from according.resolve.holders import DOMINANT, Holder, Holders, apart
from according.resolve.precision import NEAR, around, located, midway, whole_area
from according.resolve.scoring import KNOWN_BY_ITSELF, WEIGHTS, Weights, abroad, base, of_kind, score_of, told
from according.resolve.wording import are_ends, is_described, kind_beside


class PlaceChooser:
    """Resolves the place names of one report. Nothing is fuzzy; None where nothing tells which of several it is."""

    def __init__(self, report: Report, mentions: Mentions, gazetteer: Gazetteer, weights: Weights = WEIGHTS) -> None:
        self._text = report.text
        self._gazetteer = gazetteer
        self._weights = weights
        self._mentions = mentions.places
        self._at = {mention.start: mention for mention in mentions.places}
        self._areas = self._areas_given()
        self._wide = self._levels_named()
        self._context = Context.of(report, mentions.places)
        self._by_themselves: dict[int, Place | None] = {}
        self._holders = Holders(report.text, mentions.places, self._context, gazetteer, self._alone)
        self._quarters = self._holders.quarters()
        first = {m.anchor: self._alone(m) for m in self._mentions}
        others = {name: place for name, place in first.items() if place is not None and place.lat is not None}
        self._chosen = {m.start: self._resolve(m, others) for m in self._mentions}

    def all(self) -> tuple[tuple[PlaceMention, ResolvedPlace | None], ...]:
        """Every place name of the report with what it stands for, in text order."""
        return tuple((mention, self._chosen[mention.start]) for mention in self._mentions)

    def of(self, name: str | None, start: int | None) -> ResolvedPlace | None:
        """What the place of a claim, as written at `start`, stands for."""
        if name is None:
            return None
        for mention in self._within(name, start):
            return self._between(mention) or self._chosen[mention.start]
        return self._unknown(name, start)

    def _between(self, mention: PlaceMention) -> ResolvedPlace | None:
        """The middle of two settlements, where the words put something between them."""
        one = self._chosen[mention.start]
        following = next((other for other in self._mentions if other.start >= mention.end), None)
        other = self._chosen[following.start] if following is not None else None
        if one is None or following is None or other is None or not are_ends(self._text, mention, following):
            return None
        return midway(one, other)

    def _within(self, name: str, start: int | None) -> Sequence[PlaceMention]:
        """The mentions inside a claim's place: where it stands, else wherever the report has the same name."""
        if start is not None:
            end = start + len(name)
            here = [m for m in self._mentions if start <= m.start and m.end <= end and m.kind is PlaceKind.PLACE]
            if here:
                return here
        return [m for m in self._mentions if m.anchor == name and m.kind is not PlaceKind.ORGANISATION]

    def _unknown(self, name: str, start: int | None) -> ResolvedPlace | None:
        """A name that is no mention: looked up, else by a name inside it, else where the report says that it lies."""
        holder = self._holders.of(name, start) if start is not None else None
        mention = PlaceMention(start or 0, name, PlaceKind.PLACE, tuple(self._gazetteer.find(name)))
        chosen = self._choose(mention, ()) if mention.candidates else None
        if chosen is not None and not self._abroad(name, chosen) and (holder is None or not holder.denies(chosen)):
            return located(chosen, mention, self._gazetteer)
        within = self._named_within(name, start or 0) if holder is None else None
        if within is not None and not self._abroad(name, within):
            return around(within, NEAR, self._gazetteer)
        return self._held(name, holder)

    def _named_within(self, name: str, start: int) -> Place | None:
        """The known place in a description ("the road to Taiz"): its last name, where no other capitals stand beside it."""
        found = list(self._gazetteer.match(name))
        if not found:
            return None
        begin, end, candidates = found[-1]
        if not is_described(name, begin, end):
            return None
        return self._choose(PlaceMention(start + begin, name[begin:end], PlaceKind.PLACE, tuple(candidates)), ())

    def _held(self, name: str, holder: Holder | None) -> ResolvedPlace | None:
        """Where a place that nobody knows is: where its holder is, else in the report's one province, else its one country."""
        if holder is not None:
            return around(holder.place, holder.further, self._gazetteer)
        wider = self._holders.wider(name)
        return whole_area(wider, self._gazetteer) if wider is not None else None

    def _resolve(self, mention: PlaceMention, others: Mapping[str, Place]) -> ResolvedPlace | None:
        near = [place for name, place in others.items() if name != mention.anchor]
        place = self._choose(mention, near)
        quarter = self._quarters.get(mention.anchor)
        if quarter is not None and (place is None or apart(place, quarter.place)):
            return around(quarter.place, quarter.further, self._gazetteer)
        if place is not None:
            return located(place, mention, self._gazetteer)
        area = self._area(mention.area)
        if area is not None:
            return around(area, NEAR, self._gazetteer)
        holder = self._holders.of(mention.anchor, mention.start)
        if mention.candidates and not (holder is not None and holder.sure) and not self._foreign(mention):
            return None
        return self._held(mention.anchor, holder)

    def _foreign(self, mention: PlaceMention) -> bool:
        """Are all that bear the name small and in other countries than the one that the report is about? Then none of them is meant."""
        return all(self._abroad(mention.anchor, place) for place in mention.candidates)

    def _abroad(self, name: str, place: Place) -> bool:
        """Is it a small place in another country than the one that the report is about?"""
        country = self._context.dominant(DOMINANT, name)
        return country not in (None, place.country) and place.country is not None and place.population < KNOWN_BY_ITSELF

    def _area(self, name: str | None) -> Place | None:
        """The area of that name: rather a country or province than a city."""
        if name is None:
            return None
        wide = [place for place in self._gazetteer.find(name) if place.feature != "village"]
        return max(
            wide,
            key=lambda place: (base(place, self._context, self._weights), place.feature in ("country", "admin1")),
            default=None,
        )

    def _areas_given(self) -> Mapping[str, frozenset[str]]:
        """Name to the areas that the report ever gives for it: "Bab in Aleppo" once tells of every "Bab"."""
        found: dict[str, set[str]] = {}
        for mention in self._mentions:
            if mention.area is not None:
                found.setdefault(mention.anchor, set()).add(mention.area)
        return {name: frozenset(areas) for name, areas in found.items()}

    def _levels_named(self) -> Mapping[str, str]:
        """Names that the report calls a province, or a district, and never a city, with that level."""
        levels: dict[str, set[str]] = {}
        for mention in self._mentions:
            if (kind := kind_beside(self._text, mention)) is not None:
                levels.setdefault(mention.anchor, set()).add(kind)
        return {name: kinds.pop() for name, kinds in levels.items() if len(kinds) == 1 and "city" not in kinds}

    def _alone(self, mention: PlaceMention) -> Place | None:
        """Which place a mention means before the nearness of the others is asked."""
        if mention.start not in self._by_themselves:
            self._by_themselves[mention.start] = self._choose(mention, ())
        return self._by_themselves[mention.start]

    def _choose(self, mention: PlaceMention, near: Sequence[Place]) -> Place | None:
        areas = [area for name in self._areas.get(mention.anchor, ()) if (area := self._area(name)) is not None]
        kind = kind_beside(self._text, mention) or self._wide.get(mention.anchor)
        features = {place.feature for place in mention.candidates}
        countries = {place.country for place in mention.candidates}
        if kind is None and "admin1" in features and "country" not in features:
            # "in Aleppo" is the city, "Hass in Idlib" the province.
            holds_others = any(other.area == mention.anchor != other.anchor for other in self._mentions)
            kind = "admin1" if holds_others and mention.area != mention.anchor else "city"
        elif kind is None and "admin2" in features:
            kind = "city"
        ranked = [(score_of(place, self._context, areas, near, self._weights), place) for place in mention.candidates]
        best = max(ranked, key=lambda pair: pair[0], default=None)
        if (
            best is None
            or not told(best[1], mention.anchor, self._context, areas, len(countries) == 1)
            or abroad(best[1], areas)
        ):
            return None
        return of_kind(best[1], mention.candidates, kind)
