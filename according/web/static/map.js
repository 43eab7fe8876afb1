// Draws a map: Natural Earth's lines and a dot for every incident. Everything comes from this machine: no tiles, no
// glyphs, no sprites. Without this file the page is whole: the list has the same incidents.

const LIMITS = { minZoom: 0, maxZoom: 9 };
const FIT = { padding: 60, maxZoom: 7 };
const ROUND = 48; // corners of a circle
const KM_PER_DEGREE = 111.2;
const DEAD = ["get", "dead"];

const box = document.getElementById("map");

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** How far off a point may be, as a polygon; the radius is the place's, in km. */
function circle(feature) {
  const [lon, lat] = feature.geometry.coordinates;
  const high = feature.properties.radius / KM_PER_DEGREE;
  const wide = high / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  const ring = [];
  for (let i = 0; i <= ROUND; i += 1) {
    const turn = (2 * Math.PI * (i % ROUND)) / ROUND;
    ring.push([lon + wide * Math.cos(turn), Math.max(-85, Math.min(85, lat + high * Math.sin(turn)))]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

function collection(features) {
  return { type: "FeatureCollection", features };
}

/** One of the incidents at each place, the deadliest: its name is written once. */
function named(placed) {
  const places = new Map();
  for (const feature of [...placed].sort((a, b) => b.properties.dead - a.properties.dead)) {
    const { place } = feature.properties;
    if (!places.has(place)) places.set(place, feature);
  }
  return [...places.values()];
}

/** What is drawn of the incidents: dots, how far off they may be, names. */
function drawings(placed) {
  return {
    incidents: collection(placed),
    off: collection(placed.filter((feature) => feature.properties.radius > 0).map(circle)),
    names: collection(named(placed)),
  };
}

/** The whole style, in the page's colours; made again when they change. */
function style(placed) {
  const grade = ["match", ["get", "grade"]];
  for (const name of ["Confirmed", "Contested", "Discounted", "Weak"]) grade.push(name, colour(`--${name.toLowerCase()}`));
  grade.push(colour("--fair"));
  const sources = { world: { type: "geojson", data: "/static/boundaries.geojson" } };
  for (const [name, data] of Object.entries(drawings(placed))) sources[name] = { type: "geojson", data };
  return {
    version: 8,
    sources,
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      layer("land", "fill", "world", { "fill-color": colour("--land") }, "land"),
      layer("area", "line", "world", { "line-color": colour("--weak"), "line-opacity": 0.4, "line-width": 0.7 }, "area"),
      layer("border", "line", "world", { "line-color": colour("--weak"), "line-width": 1 }, "border"),
      layer("disputed", "line", "world", { "line-color": colour("--weak"), "line-width": 1, "line-dasharray": [3, 2] }, "disputed"),
      layer("off", "line", "off", { "line-color": colour("--soft"), "line-opacity": 0.5, "line-dasharray": [3, 3] }),
      {
        ...layer("incidents", "circle", "incidents", {
          "circle-color": grade,
          "circle-opacity": 0.75,
          "circle-stroke-color": colour("--paper"),
          "circle-stroke-width": 1.2,
          "circle-radius": ["min", 26, ["+", 5, ["*", 1.8, ["sqrt", DEAD]]]],
        }),
        layout: { "circle-sort-key": ["-", 0, DEAD] },
      },
      {
        ...layer("names", "symbol", "names", {
          "text-color": colour("--ink"),
          "text-halo-color": colour("--land"),
          "text-halo-width": 1.5,
        }),
        minzoom: 5,
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["IBM Plex Sans", "IBM Plex Sans Arabic", "sans-serif"],
          "text-size": 12,
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": 0.9,
          "text-justify": "auto",
        },
      },
    ],
  };
}

function layer(id, type, source, paint, kind) {
  return { id, type, source, paint, ...(kind ? { filter: ["==", ["get", "kind"], kind] } : {}) };
}

/** Links to the incidents under one point. Only text is ever written: names come from reports. */
function links(features) {
  const list = document.createElement("ul");
  for (const { id, words } of features) {
    const link = document.createElement("a");
    link.href = `/incident/${encodeURIComponent(id)}`;
    link.textContent = words;
    link.dir = "auto";
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

/** The smallest frame that holds every dot; of none, most of the world. */
function frame(placed) {
  if (!placed.length) return [-20, -35, 120, 60];
  const lons = placed.map((feature) => feature.geometry.coordinates[0]);
  const lats = placed.map((feature) => feature.geometry.coordinates[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the incidents could not be read (${answer.status})`);
  const { features } = await answer.json();
  return features.map((feature) => ({ ...feature, properties: { ...feature.properties, id: feature.id } }));
}

async function draw() {
  let placed = await fetched(box.dataset.dots);
  const { Map: Chart, NavigationControl, Popup } = await import("/vendor/maplibre-gl.mjs");
  box.replaceChildren();
  const map = new Chart({
    container: box,
    style: style(placed),
    ...LIMITS,
    bounds: frame(placed),
    fitBoundsOptions: FIT,
    cooperativeGestures: true,
    attributionControl: { compact: false, customAttribution: "Natural Earth; GeoNames" },
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
  });
  map.on("load", () => { box.dataset.drawn = String(placed.length); });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  const tip = new Popup({ closeButton: false, closeOnClick: false, className: "tip" });
  const under = (event) => {
    const seen = new Set();
    return map
      .queryRenderedFeatures(event.point, { layers: ["incidents"] })
      .map(({ properties }) => properties)
      .filter(({ id }) => !seen.has(id) && seen.add(id));
  };
  map.on("mousemove", "incidents", (event) => {
    const here = under(event);
    map.getCanvas().style.cursor = "pointer";
    if (here.length) tip.setLngLat(event.lngLat).setText(here.length > 1 ? `${here.length} incidents` : here[0].words).addTo(map);
  });
  map.on("mouseleave", "incidents", () => {
    map.getCanvas().style.cursor = "";
    tip.remove();
  });
  map.on("click", "incidents", (event) => {
    const here = under(event);
    tip.remove();
    if (here.length === 1) window.location.assign(`/incident/${encodeURIComponent(here[0].id)}`);
    else if (here.length) new Popup().setLngLat(event.lngLat).setDOMContent(links(here)).addTo(map);
  });
  // The list beside the map was filtered: the same incidents are drawn, and the map moves only when some lie outside.
  document.addEventListener("htmx:afterSettle", async () => {
    const asked = document.getElementById("found")?.dataset.dots;
    if (!asked || asked === box.dataset.dots) return;
    box.dataset.dots = asked;
    const found = await fetched(asked);
    if (asked !== box.dataset.dots) return; // asked for others meanwhile
    placed = found;
    tip.remove();
    for (const [name, data] of Object.entries(drawings(placed))) map.getSource(name).setData(data);
    if (!placed.every((feature) => map.getBounds().contains(feature.geometry.coordinates))) map.fitBounds(frame(placed), FIT);
    box.dataset.drawn = String(placed.length);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style(placed), { diff: false }));
}

draw().catch((error) => {
  const note = document.createElement("p");
  note.textContent = `The map could not be drawn: ${error.message}. The list below has the same incidents.`;
  box.replaceChildren(note);
});
