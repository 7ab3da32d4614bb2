// Optional: every page works without it. It loads nothing, sends nothing, and keeps no answer.
// 1. A proof of work, found while the person answers: a number that makes sha256("<form number>:<it>") begin
//    with data-bits zero bits. Floods pay for it, people do not notice it.
// 2. Enter on an answer does nothing; without this it shows the form again.
// 3. Whoever goes back after sending, on a device that others use too, finds no filled form.
"use strict";

const K = [];
const START = [];
for (let n = 2; K.length < 64; n += 1) {
  let isPrime = true;
  for (let i = 2; i * i <= n; i += 1) if (n % i === 0) isPrime = false;
  if (!isPrime) continue;
  const bits = root => ((root - Math.floor(root)) * 2 ** 32) | 0;
  if (START.length < 8) START.push(bits(Math.sqrt(n)));
  K.push(bits(Math.cbrt(n)));
}

// The first 32 bits of the SHA-256 of an ASCII text of at most 55 characters: one block.
// Written out, since browsers give their own only to pages served over https.
function firstWord(text, w) {
  w.fill(0);
  for (let i = 0; i < text.length; i += 1) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  w[15] = text.length * 8;
  let [a, b, c, d, e, f, g, h] = START;
  for (let i = 0; i < 64; i += 1) {
    if (i > 15) {
      const p = w[i - 15], q = w[i - 2];
      w[i] = w[i - 16] + w[i - 7]
        + ((p >>> 7 | p << 25) ^ (p >>> 18 | p << 14) ^ (p >>> 3))
        + ((q >>> 17 | q << 15) ^ (q >>> 19 | q << 13) ^ (q >>> 10));
    }
    const t = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7))
      + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const u = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + u) | 0;
  }
  return (a + START[0]) | 0;
}

function findWork(submission, bits) {
  const w = new Int32Array(64);
  for (let n = 0; ; n += 1) if (firstWord(`${submission}:${n}`, w) >>> (32 - bits) === 0) return String(n);
}

function work(form) {
  const worker = new Worker(document.currentScript.src);
  worker.onmessage = found => { form.elements.work.value = found.data; worker.terminate(); };
  worker.postMessage([form.elements.submission.value, Number(form.dataset.bits)]);
}

function forgetWhatWasSent(form) {
  const isBack = isRestored => isRestored || performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const look = isRestored => {
    if (!isBack(isRestored)) sessionStorage.removeItem("sent");
    else if (sessionStorage.getItem("sent")) {
      form.reset();
      location.replace(form.action.replace(/answer\/$/, ""));
    }
  };
  look(false);
  addEventListener("pageshow", event => event.persisted && look(true));
}

function attempt(what) {
  try { what(); } catch { /* A browser without workers or storage: the form works as it is. */ }
}

if (typeof document === "undefined") {
  onmessage = asked => postMessage(findWork(...asked.data));
} else {
  const form = document.querySelector("form[class]");
  if (document.getElementById("taken")) attempt(() => sessionStorage.setItem("sent", "1"));
  if (form?.dataset.bits) attempt(() => work(form));
  form?.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
  });
  if (form) attempt(() => forgetWhatWasSent(form));
}
