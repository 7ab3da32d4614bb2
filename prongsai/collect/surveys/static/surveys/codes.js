/* The slips come as the answer to the form, once. After they are saved, the page tells the new number. */
"use strict";
{
  const form = document.querySelector("[data-slips]");
  const save = (content, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
  };
  const send = async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true; // a second press would draw codes again
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (answer.headers.get("Content-Type") === "application/pdf") {
      const [, name] = answer.headers.get("Content-Disposition").match(/filename="(.+)"/);
      save(await answer.blob(), name);
      setTimeout(() => location.assign(form.action), 1000); // leaving at once would stop the saving
    } else {
      form.submit(); // refused, so nothing was drawn: the page that says why
    }
  };
  form?.addEventListener("submit", (event) => send(event).catch(() => location.assign(form.action)));
}
