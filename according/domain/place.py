"""Places: what a gazetteer knows, and what a place's name in a text was resolved to."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import Precision


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer.

    `id` is "geonames:172057", "ne:SYR" or "supplement:hass-idlib"; `feature` is "country", "admin1", "admin2", "city",
    "village", "area" or "region" (across borders); `lat`/`lon` are WGS84 degrees, None where no source gives a point; `radius_km` is how far from
    the point the place may reach; `country` is ISO 3166 alpha-3; `admin1` the English name of the containing first-level
    area; `source` says where the entry comes from; `within` is the id of the smallest known area that holds it.
    """

    id: str
    name: str
    feature: str
    lat: float | None
    lon: float | None
    radius_km: float
    country: str | None
    admin1: str | None
    population: int
    source: str
    admin1_code: str | None = None
    name_ar: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """Which place a name in a report stands for, and how exactly that is known."""

    place_id: str
    name: str
    lat: float | None
    lon: float | None
    precision: Precision
    radius_km: float
    country: str | None
    admin1: str | None
