// What script adds to pages that work without it: GOV.UK Frontend's behaviours, and a warning before a session ends.
import { initAll } from "./govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const WARN_BEFORE = 300; // seconds: time enough to read the warning and to find the button
const warning = document.querySelector("[data-session-seconds]");
if (warning) {
  const text = warning.querySelector("[data-session-text]");
  const form = warning.querySelector("[data-session-stay]");
  let ends = Date.now() + Number(warning.dataset.sessionSeconds) * 1000;

  const show = () => {
    const left = Math.round((ends - Date.now()) / 1000);
    warning.hidden = left > WARN_BEFORE;
    form.hidden = left <= 0;
    const words = left > 0 ? warning.dataset.soon.replace("%s", String(Math.ceil(left / 60))) : warning.dataset.over;
    if (!warning.hidden && text.textContent !== words) text.textContent = words;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault(); // staying must not lose what stands in another form of the page
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    ends = Date.now() + Number(answer.headers.get("X-Session-Seconds") || 0) * 1000;
    show();
  });
  setInterval(show, 1000);
  show();
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
