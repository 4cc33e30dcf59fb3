// Makes each figure answer why: a click or Enter opens its derivation beside the report. Needs no network.
"use strict";
(() => {
  const facts = JSON.parse(document.getElementById("derivations").textContent);
  const panel = document.getElementById("why");
  const heading = document.getElementById("why-title");
  const content = document.getElementById("why-content");
  const FEW = 6;
  let asked = null;

  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function list(tag, lines) {
    const items = make(tag);
    items.append(...lines.map((line) => make("li", line)));
    return items;
  }

  function labelled(label, text) {
    const line = make("p");
    line.append(make("span", label + "："), text);
    line.firstChild.className = "label";
    return line;
  }

  // A sum of hundreds of payments has as many cells: the first few are told at once, the rest on request.
  function cited(label, lines) {
    const parts = [labelled(label, ""), list("ul", lines.slice(0, FEW))];
    if (lines.length <= FEW) return parts;
    const rest = make("details");
    rest.append(make("summary", `另有 ${lines.length - FEW} 处${label}`), list("ul", lines.slice(FEW)));
    return [...parts, rest];
  }

  function inner(fact, depth) {
    const parts = [];
    if (fact.reason) parts.push(labelled("未能评定", fact.reason));
    if (fact.formula) parts.push(labelled("公式", fact.formula));
    if (fact.steps.length) parts.push(labelled("算式", ""), list("ol", fact.steps));
    for (const [label, lines] of fact.sources) parts.push(...cited(label, lines));
    if (fact.inputs.length) parts.push(labelled("所用数据", ""), ...fact.inputs.map((key) => branch(key, depth + 1)));
    return parts;
  }

  // A branch is filled when it is first opened: a shared input costs nothing until someone asks for it.
  function branch(key, depth) {
    const fact = facts[key];
    const details = make("details");
    const summary = make("summary", fact.title + "：");
    summary.append(make("span", fact.value, "value"));
    details.append(summary);
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(...inner(fact, depth));
    });
    details.open = depth === 1;
    return details;
  }

  function open(figure) {
    if (asked) asked.setAttribute("aria-expanded", "false");
    asked = figure;
    figure.setAttribute("aria-expanded", "true");
    const fact = facts[figure.dataset.fact];
    heading.textContent = fact.title;
    const value = labelled("数值", make("span", fact.value, "value"));
    content.replaceChildren(value, ...inner(fact, 0));
    panel.hidden = false;
    panel.scrollTop = 0;
    heading.focus();
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    asked.setAttribute("aria-expanded", "false");
    asked.focus();
    asked = null;
  }

  function pressed(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(event.currentTarget);
  }

  for (const figure of document.querySelectorAll(".figure")) {
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-controls", "why");
    figure.setAttribute("aria-expanded", "false");
    figure.tabIndex = 0;
    figure.title = "查看来源：" + facts[figure.dataset.fact].title;
    figure.addEventListener("click", () => open(figure));
    figure.addEventListener("keydown", pressed);
  }
  document.getElementById("why-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
})();
