// The overview's filters and timeline: the list changes while one chooses. Without this file the form's button and the
// bars' links do the same.

const form = document.querySelector(".filters");
const { since, until } = form.elements;

// Filters. htmx asks for the page anew and takes list, count and bars out of it.

document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData]) if (!value) detail.formData.delete(name);
});

for (const failed of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failed, ({ detail }) => {
    document.getElementById("count").textContent =
      detail.xhr.status === 400
        ? "The filter has a value that is not offered. The list is still the old one."
        : "According does not answer: is it still being served? The list is still the old one.";
  });
}

// Timeline. Days are chosen by dragging over the bars or by moving two handles; both write the fields From and To.

const figure = document.getElementById("timeline");

function bars() {
  return [...figure.querySelectorAll(".bar")];
}

function handle(label) {
  const input = document.createElement("input");
  Object.assign(input, { type: "range", min: 0, max: bars().length, step: 1 });
  input.setAttribute("aria-label", label);
  figure.append(input);
  return input;
}

/** Marks the bars from `first` up to `end`, which is none of them, as chosen. */
function show(from, to, first, end) {
  const all = bars();
  all.forEach((bar, index) => bar.classList.toggle("chosen", first <= index && index < end));
  from.value = first;
  to.value = end;
  from.setAttribute("aria-valuetext", all[first].dataset.since || "the beginning");
  to.setAttribute("aria-valuetext", all[end - 1].dataset.until || "the end");
}

/** Writes the days of those bars into the form and asks for them. */
function choose(first, end) {
  const all = bars();
  const whole = first === 0 && end === all.length;
  since.value = whole ? "" : all[first].dataset.since;
  until.value = whole ? "" : all[end - 1].dataset.until;
  form.requestSubmit();
}

/** The bars, as [first, end], that the form's days take in. */
function asked() {
  const all = bars();
  const first = all.findIndex(({ dataset }) => !since.value || !dataset.until || dataset.until >= since.value);
  const last = all.findLastIndex(({ dataset }) => !until.value || !dataset.since || dataset.since <= until.value);
  const start = first < 0 ? all.length - 1 : first;
  return [start, Math.max(start, last) + 1];
}

function brush() {
  const from = handle("First day");
  const to = handle("Last day");
  const number = bars().length;
  const mark = (first, end) => show(from, to, first, end);
  const at = (event) => {
    const { left, width } = figure.getBoundingClientRect();
    return Math.max(0, Math.min(number - 1, Math.floor(((event.clientX - left) / width) * number)));
  };
  const span = (a, b) => [Math.min(a, b), Math.max(a, b) + 1];
  let start = null;

  mark(...asked());
  form.addEventListener("change", () => mark(...asked()));
  from.addEventListener("input", () => {
    const first = Math.min(Number(from.value), number - 1);
    mark(first, Math.max(Number(to.value), first + 1));
  });
  to.addEventListener("input", () => {
    const end = Math.max(Number(to.value), 1);
    mark(Math.min(Number(from.value), end - 1), end);
  });
  for (const input of [from, to]) input.addEventListener("change", () => choose(Number(from.value), Number(to.value)));

  figure.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.target.closest("#bars")) return;
    start = at(event);
    figure.setPointerCapture(event.pointerId);
    mark(start, start + 1);
  });
  figure.addEventListener("pointermove", (event) => {
    if (start !== null) mark(...span(start, at(event)));
  });
  figure.addEventListener("pointerup", (event) => {
    if (start === null) return;
    choose(...span(start, at(event)));
    start = null;
  });
  figure.addEventListener("pointercancel", () => {
    start = null;
    mark(...asked());
  });
  // The bars are links for those without this file.
  for (const kind of ["click", "dragstart"]) figure.addEventListener(kind, (event) => event.preventDefault());
}

if (figure) brush();
