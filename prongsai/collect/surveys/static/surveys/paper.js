// Typing a paper sheet with the number keys. Without this the same form is plain inputs.
"use strict";
(() => {
  const form = document.querySelector("[data-paper]");
  if (!form) return;
  const cells = [...form.querySelectorAll("[data-cell]")];
  const number = form.querySelector("[data-number]");
  const line = form.querySelector("[data-line]");
  const told = form.querySelector("[data-told]");
  const wrong = document.querySelector("[data-wrong]");
  const send = form.querySelector("[data-send]");
  const thai = "๐๑๒๓๔๕๖๗๘๙";
  let isSent = false;

  const digitOf = (typed) => {
    if (typed === " ") return "0";
    return thai.includes(typed) ? String(thai.indexOf(typed)) : typed;
  };
  const choicesOf = (cell) => [...document.getElementById(`choices-${cell.name.slice(4)}`).children];
  const say = (cell, text) => { told.textContent = `${cell.name.slice(4)}: ${text}`; };

  const show = (cell) => {
    const choices = choicesOf(cell);
    choices.forEach((each, place) => each.classList.toggle("is-typed", cell.value === String(place + 1)));
    const row = cell.closest(".paper-row");
    row.classList.remove("is-wrong");
    cell.removeAttribute("aria-invalid");
  };
  // Gives whether the row has such a box; one that it has not is taken out again and said.
  const put = (cell, typed) => {
    const digit = digitOf(typed);
    const choices = choicesOf(cell);
    const fits = /^[0-9]$/.test(digit) && Number(digit) <= choices.length;
    cell.value = fits ? digit : "";
    show(cell);
    if (!fits) cell.closest(".paper-row").classList.add("is-wrong");
    say(cell, !fits ? form.dataset.unknown : digit === "0" ? form.dataset.none : choices[digit - 1].textContent);
    return fits;
  };
  const go = (target) => {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target === wrong ? "start" : "center" });
    if (target.select) target.select();
  };
  const after = (cell) => cells[cells.indexOf(cell) + 1] || send;
  const before = (cell) => cells[cells.indexOf(cell) - 1];
  const firstEmpty = () => cells.find((cell) => cell.value === "");

  const pour = (text, from) => {
    const digits = text.length === cells.length ? text : text.replace(/\s/g, "");
    let cell = from;
    for (const digit of digits) {
      if (cell === send || !put(cell, digit)) break;
      cell = after(cell);
    }
    go(cell);
  };

  cells.forEach((cell) => {
    cell.addEventListener("input", () => {
      if (cell.value === "") show(cell);
      else if (put(cell, cell.value.slice(-1))) go(after(cell));
    });
    cell.addEventListener("focus", () => cell.select());
    cell.addEventListener("paste", (event) => {
      event.preventDefault();
      pour(event.clipboardData.getData("text").replace(/[\r\n]+$/, ""), cell);
    });
    cell.addEventListener("keydown", (event) => {
      const back = before(cell);
      const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isPlain && /^Digit\d$/.test(event.code)) { // the key itself, whatever language the keyboard stands on
        event.preventDefault();
        if (put(cell, event.code.slice(-1))) go(after(cell));
      } else if (event.key === "Backspace" && cell.value === "" && back) {
        event.preventDefault();
        back.value = "";
        show(back);
        go(back);
      } else if (event.key === "ArrowUp" && back) {
        event.preventDefault();
        go(back);
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        go(after(cell));
      }
    });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.target === line) return;
    const empty = firstEmpty();
    if (empty) {
      event.preventDefault();
      go(empty);
    }
  });
  line.addEventListener("input", () => {
    if (line.value.replace(/\s/g, "").length !== cells.length) return;
    const text = line.value;
    line.value = "";
    pour(text, cells[0]);
  });
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  window.addEventListener("pageshow", () => { isSent = false; });
  if (wrong) go(wrong);
  else if (number && number.value === "") go(number);
  else go(cells.find((cell) => "first" in cell.dataset) || cells[0]);
})();
