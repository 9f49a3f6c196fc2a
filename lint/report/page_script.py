"""The script of our pages: filters, and a way to what a link points at. Without it everything is shown."""

from __future__ import annotations

SCRIPT = """
"use strict";
(() => {
  const bar = document.querySelector(".filters");
  if (!bar) return;
  const form = bar.querySelector("form");
  const findings = [...document.querySelectorAll(".finding")];
  const texts = [...document.querySelectorAll(".text")];
  const words = new Map();
  const wordsOf = (finding) => {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  };
  const show = () => {
    const rule = form.elements.rule.value;
    const wanted = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const sought = form.elements.sought.value.trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const { rule: id, severity } = finding.dataset;
      const fits = (!rule || id === rule || id.startsWith(rule + "/")) && wanted.has(severity)
        && (!sought || wordsOf(finding).includes(sought));
      finding.hidden = !fits;
      count += fits;
    }
    const all = count === findings.length;
    for (const text of texts) text.hidden = !all && !text.querySelector(".finding:not([hidden])");
    form.elements.shown.value = all ? "" : `${count} of ${findings.length} shown`;
    form.elements.all.hidden = all;
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    if (!hash) return;
    let place = document.getElementById(hash);
    try { place = place || document.getElementById(decodeURIComponent(hash)); } catch { /* no address of ours */ }
    const finding = place && place.closest(".finding, .text");
    if (!finding) return;
    if (finding.hidden || finding.closest("[hidden]")) { form.reset(); show(); }
    place.scrollIntoView();
    finding.focus({ preventScroll: true });
  };
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  form.addEventListener("reset", () => setTimeout(show, 0));
  addEventListener("hashchange", follow);
  bar.hidden = false;
  show();
  follow();
})();
"""
