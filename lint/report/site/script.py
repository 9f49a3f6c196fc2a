"""The script of a report's pages: the table of texts, the way from question to question, the views of the one file."""

from __future__ import annotations

SCRIPT = """
"use strict";
const whosaysRows = [];
let whosaysTexts = (rows) => { for (const row of rows) whosaysRows.push(row); };
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const views = all(".view");
  const whole = views.length > 0;
  const place = () => decoded(location.hash.slice(1).split("?")[0]);
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* Views: of the one file, the one that the address names is shown. */
  const shown = () => views.find((view) => !view.hidden) || document;
  const show = () => {
    const at = document.getElementById(place());
    const wanted = (at && at.closest(".view")) || views[0];
    for (const view of views) view.hidden = view !== wanted;
    document.title = `${wanted.dataset.title} · whosays`;
    for (const way of all(".ways a")) {
      if (way.hash === `#${wanted.id}`) way.setAttribute("aria-current", "page"); else way.removeAttribute("aria-current");
    }
    if (at && at !== wanted) at.scrollIntoView(); else scrollTo(0, 0);
  };

  /* A text: from question to question. */
  const light = (number, within) => {
    for (const lit of all(".on")) lit.classList.remove("on");
    if (!number) return;
    for (const mark of all("mark[data-q]", within)) mark.classList.toggle("on", mark.dataset.q.split(" ").includes(number));
    for (const note of all(".note", within)) note.classList.toggle("on", note.dataset.q === number);
  };
  const numbered = () => all(".note", shown()).sort((a, b) => a.dataset.q - b.dataset.q);
  let current = 0;
  const go = (number, { scroll = true, focus = true } = {}) => {
    const within = shown();
    const note = within.querySelector(`.note[data-q="${number}"]`);
    if (!note) return;
    current = number;
    light(String(number), within);
    const spot = within.querySelector(`.at[data-n="${number}"]`) || note;
    if (scroll) spot.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    if (focus) note.focus({ preventScroll: true });
    const told = within.querySelector(".steps output");
    if (told) told.value = `Question ${number} of ${numbered().length}`;
  };
  const step = (by) => {
    const count = numbered().length;
    if (count) go(current ? (current - 1 + by + count) % count + 1 : by > 0 ? 1 : count);
  };
  const heat = () => {
    const cool = document.body.classList.toggle("cool");
    for (const button of all("[data-heat]")) button.setAttribute("aria-pressed", cool);
  };
  const follow = () => {
    current = 0;
    light("", document);
    if (whole) show();
    const at = document.getElementById(place());
    if (!at) return;
    const note = at.closest(".note");
    const number = at.dataset.n || (note && note.dataset.q);
    if (number) go(Number(number)); else if (!whole) at.scrollIntoView({ block: at.classList.contains("row") ? "center" : "start" });
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.dataset.step) step(Number(button.dataset.step));
    else if (button && "heat" in button.dataset) heat();
    const mark = event.target.closest(".source mark");
    if (mark && !String(getSelection())) {
      const asked = mark.dataset.q.split(" ").map(Number);
      go(asked[(asked.indexOf(current) + 1) % asked.length], { scroll: false });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const key = event.key.toLowerCase();
    if (!shown().querySelector(".steps")) return;
    if (key === "j") step(1); else if (key === "k") step(-1); else if (key === "h") heat(); else return;
    event.preventDefault();
  });
  addEventListener("hashchange", follow);

  /* The table of texts. */
  const table = document.getElementById("texts-table");
  const texts = () => {
    const form = document.querySelector(".sieve");
    const out = document.getElementById("texts-shown");
    const turns = all("[data-turn]");
    const kinds = table.dataset.kinds.split(" ").filter(Boolean);
    const files = Number(table.dataset.files), total = Number(table.dataset.total), size = Number(table.dataset.shown);
    const inOne = "whole" in table.dataset, root = table.dataset.root;
    const PAGE = 0, TITLE = 1, NAME = 2, WORDS = 7, FINDINGS = 8, GRADE = 11, TARGET = 12, PROBLEM = 13, RATE = 14, LOW = 15;
    const at = { title: TITLE, author: 3, section: 4, date: 5, folder: 6, words: WORDS, findings: FINDINGS, rate: RATE, grade: GRADE };
    const number = new Intl.NumberFormat("en");
    let page = 0, kept = [], broken = false, loaded = 0;
    const ready = (row) => {
      row[RATE] = row[WORDS] ? 1000 * row[FINDINGS] / row[WORDS] : null;
      row[LOW] = `${row[TITLE]} ${row[NAME]}`.toLowerCase();
    };
    const address = (row) => inOne ? `#t${row[PAGE]}` : `${root}texts/${row[PAGE].slice(0, 2)}/${row[PAGE].slice(2)}.html`;
    const make = (name, text, css) => {
      const made = document.createElement(name);
      if (text !== undefined) made.textContent = text;
      if (css) made.className = css;
      return made;
    };
    const line = (row) => {
      const made = make("tr"), head = make("th"), link = make("a", row[TITLE]);
      head.scope = "row";
      link.href = address(row);
      head.append(link);
      if (row[PROBLEM]) head.append(make("span", "not checked", "problem"));
      head.append(make("span", kinds.map((kind) => row[at[kind]]).filter(Boolean).join(" · "), "by"));
      made.append(head, ...kinds.map((kind) => make("td", row[at[kind]], `wide ${kind}`)));
      made.append(make("td", number.format(row[WORDS]), "n"));
      made.append(make("td", row[FINDINGS] ? number.format(row[FINDINGS]) : "–", row[FINDINGS] ? "n" : "n nil"));
      made.append(make("td", row[RATE] === null ? "–" : row[RATE].toFixed(1), "n"));
      const hard = row[GRADE] !== null && row[TARGET] !== null && row[GRADE] > row[TARGET];
      made.append(make("td", row[GRADE] === null ? "–" : row[GRADE].toFixed(1), hard ? "n hard" : "n"));
      return made;
    };
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const sieve = () => {
      const value = (name) => form.elements[name] ? form.elements[name].value.trim().toLowerCase() : "";
      const words = value("sought").split(/\\s+/).filter(Boolean), least = Number(value("least"));
      const tests = kinds.map((kind) => [at[kind], value(kind), kind]).filter(([, wanted]) => wanted);
      kept = whosaysRows.filter((row) => row[FINDINGS] >= least && words.every((word) => row[LOW].includes(word))
        && tests.every(([index, wanted, kind]) => kind === "date" ? row[index].startsWith(wanted) : row[index].toLowerCase().includes(wanted)));
      const order = form.elements.sort.value, down = order.startsWith("-"), key = at[order.replace("-", "")];
      const sign = down ? -1 : 1, numeric = key >= WORDS;
      const none = (one) => one === null || one === "";
      kept.sort((a, b) => {
        const x = a[key], y = b[key];
        if (none(x) || none(y)) return none(x) - none(y);
        return sign * (numeric ? x - y : kept.length > 20000 ? (x < y ? -1 : x > y) : compare(x, y));
      });
    };
    const draw = () => {
      const pages = Math.max(Math.ceil(kept.length / size), 1);
      page = Math.min(Math.max(page, 0), pages - 1);
      const rows = kept.slice(page * size, (page + 1) * size);
      table.tBodies[0].replaceChildren(...rows.map(line));
      const first = kept.length ? page * size + 1 : 0;
      const waiting = loaded < files && !broken ? `; reading ${loaded} of ${files} files` : "";
      const missing = broken ? "; this browser lets no page read the files beside it, so these are only the first" : "";
      const last = page * size + rows.length;
      const besides = kept.length < total && !waiting ? ` (of ${number.format(total)} texts)` : "";
      out.value = `${number.format(first)} to ${number.format(last)} of ${number.format(kept.length)}${besides}${waiting}${missing}`;
      for (const turn of turns) turn.disabled = Number(turn.dataset.turn) < 0 ? page === 0 : page >= pages - 1;
      const order = form.elements.sort.value;
      for (const head of all("th[data-key]", table)) {
        const here = order.replace("-", "") === head.dataset.key;
        if (here) head.setAttribute("aria-sort", order.startsWith("-") ? "descending" : "ascending"); else head.removeAttribute("aria-sort");
      }
    };
    const keep = () => {
      const asked = new URLSearchParams();
      for (const { name, value } of form.elements) if (name && value && !(name === "sort" && value === "-findings")) asked.set(name, value);
      if (page) asked.set("page", page + 1);
      const told = asked.size ? `#texts?${asked}` : whole ? "#texts" : location.pathname;
      try { history.replaceState(null, "", told); } catch { /* some browsers keep no history of files */ }
    };
    const again = () => { sieve(); draw(); };
    const take = () => {
      const asked = new URLSearchParams(location.hash.split("?")[1] || "");
      for (const field of form.elements) if (field.name) field.value = field.name === "sort" ? "-findings" : "";
      for (const [name, value] of asked) {
        const field = form.elements.namedItem(name);
        if (!field) continue;
        if (field.tagName === "SELECT" && ![...field.options].some((one) => one.value === value)) field.add(new Option(value, value));
        field.value = value;
      }
      page = Number(asked.get("page") || 1) - 1;
      again();
    };
    const load = (file) => {
      if (file > files) return;
      const script = document.createElement("script");
      script.src = `${root}data/texts-${file}.js`;
      script.addEventListener("load", () => { loaded = file; if (file === files || file % 4 === 1) again(); load(file + 1); });
      script.addEventListener("error", () => { broken = true; draw(); });
      document.head.append(script);
    };
    whosaysTexts = (rows) => { for (const row of rows) { ready(row); whosaysRows.push(row); } };
    whosaysTexts(JSON.parse(document.getElementById("rows").textContent));
    let waiting = 0;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { page = 0; again(); keep(); }, 150); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { page = 0; again(); keep(); }, 0));
    for (const turn of turns) turn.addEventListener("click", () => { page += Number(turn.dataset.turn); draw(); keep(); table.scrollIntoView(); });
    for (const head of all("th[data-key]", table)) {
      const button = make("button", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const key = head.dataset.key, select = form.elements.sort;
        const numeric = at[key] >= WORDS, first = numeric ? `-${key}` : key, second = numeric ? key : `-${key}`;
        const wanted = select.value === first ? second : first;
        const way = wanted.startsWith("-") ? "falling" : "rising";
        if (![...select.options].some((one) => one.value === wanted)) select.add(new Option(`${head.textContent}, ${way}`, wanted));
        select.value = wanted;
        page = 0; again(); keep();
      });
    }
    addEventListener("hashchange", () => { if (location.hash.startsWith("#texts?")) take(); });
    form.hidden = false;
    take();
    load(1);
  };
  if (table) texts();
  follow();
})();
"""
