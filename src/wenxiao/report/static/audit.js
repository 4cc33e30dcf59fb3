"use strict";
(() => {
  const items = Array.from(document.querySelectorAll("#list > li"));
  const marks = Array.from(document.querySelectorAll("[data-findings]"));
  const search = document.getElementById("search");
  const family = document.getElementById("family");
  const status = document.getElementById("shown");
  if (!items.length) return;
  let current = -1;

  const number = (item) => Number(item.id.slice("finding".length));
  const visible = () => items.filter((item) => !item.hidden);

  function select(item, { scrollText = true, focus = true } = {}) {
    current = number(item);
    items.forEach((other) => other.classList.toggle("current", other === item));
    const own = (mark) => mark.dataset.findings.split(" ").includes(String(current));
    marks.forEach((mark) => mark.classList.toggle("current", own(mark)));
    const first = marks.find(own);
    if (scrollText && first) first.scrollIntoView({ block: "center" });
    item.scrollIntoView({ block: "nearest" });
    if (focus) item.focus({ preventScroll: true });
  }

  function step(by) {
    const shown = visible();
    if (!shown.length) return;
    const at = shown.findIndex((item) => number(item) === current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    select(shown[next]);
  }

  function filter() {
    const wanted = new Set(Array.from(document.querySelectorAll("[name=severity]:checked"), (box) => box.value));
    const words = search.value.trim().toLowerCase();
    const fits = (item) => wanted.has(item.dataset.severity)
      && (!family.value || item.dataset.family === family.value)
      && item.textContent.toLowerCase().includes(words);
    items.forEach((item) => { item.hidden = !fits(item); });
    const count = visible().length;
    status.textContent = count ? `显示 ${count} 条，共 ${items.length} 条` : "没有符合条件的发现；放宽筛选即可看到。";
  }

  document.getElementById("filters").addEventListener("input", filter);
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  items.forEach((item) => item.addEventListener("click", (event) => {
    if (!event.target.closest("a")) select(item);
  }));
  function follow(mark) {
    const own = mark.dataset.findings.split(" ").map(Number);
    const next = own[(own.indexOf(current) + 1) % own.length];
    const item = items.find((other) => number(other) === next);
    item.hidden = false;
    select(item, { scrollText: false });
  }
  marks.forEach((mark) => {
    mark.addEventListener("click", () => follow(mark));
    mark.addEventListener("keydown", (event) => { if (event.key === "Enter") follow(mark); });
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      if (current >= 0) items[current].focus(); else document.getElementById("findings").focus();
      return;
    }
    if (event.target === search || event.target === family) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") search.focus();
    else return;
    event.preventDefault();
  });
})();
