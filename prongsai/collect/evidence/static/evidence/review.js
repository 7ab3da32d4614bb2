// Judging an item with the keys of a typist. Without this the same form is plain inputs.
// Keys are taken by their place on the keyboard, so that they are the same in Thai and in English.
"use strict";
(() => {
  const form = document.querySelector("[data-review]");
  if (!form) return;
  const elements = [...form.querySelectorAll("[data-element]")];
  const remark = form.querySelector("[data-remark]");
  const save = form.querySelector("[data-save]");
  let here = 0;

  const choicesOf = (element) => [...element.querySelectorAll("input")];
  const mark = (place, { hasFocus = true, scrolls = true } = {}) => {
    if (!elements.length) return;
    here = Math.min(Math.max(place, 0), elements.length - 1);
    elements.forEach((each, at) => each.classList.toggle("is-here", at === here));
    const inputs = choicesOf(elements[here]);
    if (hasFocus) (inputs.find((each) => each.checked) || inputs[0]).focus({ preventScroll: true });
    if (scrolls) elements[here].scrollIntoView({ block: "nearest" });
  };
  const say = (choice) => {
    if (!elements.length) return;
    choicesOf(elements[here])[choice].checked = true;
    mark(here + 1);
  };
  const passAll = () => {
    elements.forEach((each) => {
      if ("required" in each.dataset) choicesOf(each)[0].checked = true;
    });
    save.focus({ preventScroll: true });
  };
  const insert = (text) => {
    const before = remark.value.trimEnd();
    remark.value = before ? `${before}\n${text}` : text;
  };
  const send = () => form.requestSubmit(save);
  const follow = (selector) => document.querySelector(selector)?.click();
  const doing = {
    KeyA: passAll,
    KeyJ: () => mark(here + 1),
    KeyK: () => mark(here - 1),
    ArrowDown: () => mark(here + 1),
    ArrowUp: () => mark(here - 1),
    KeyR: () => remark.focus(),
    KeyO: () => follow("[data-live]"),
    KeyP: () => follow("[data-earlier]"),
    Enter: send,
    NumpadEnter: send,
  };
  [1, 2, 3].forEach((digit) => {
    doing[`Digit${digit}`] = () => say(digit - 1);
    doing[`Numpad${digit}`] = () => say(digit - 1);
  });
  form.querySelectorAll("[data-wording]").forEach((each) => {
    const use = () => insert(each.dataset.wording);
    each.addEventListener("click", use);
    doing[`Key${each.dataset.key}`] = use;
  });

  const isTyping = (target) => target.matches("textarea, select, input:not([type=radio])");
  const isOwn = (target) => target.matches("a, summary, button:not([data-save])");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.code === "Enter") return send();
    if (event.code === "Escape" && event.target === remark) return mark(here);
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return undefined;
    if (event.code.endsWith("Enter") && (event.repeat || isOwn(event.target))) return undefined;
    const act = doing[event.code];
    if (!act) return undefined;
    event.preventDefault();
    return act();
  });
  elements.forEach((each, place) => each.addEventListener("focusin", () => mark(place, { hasFocus: false, scrolls: false })));

  const isOpen = (each) => "required" in each.dataset && !choicesOf(each).some((input) => input.checked);
  const open = elements.findIndex(isOpen);
  if (document.querySelector("[data-refusal]") && open < 0) remark.focus();
  else mark(Math.max(open, 0), { scrolls: false });
})();
