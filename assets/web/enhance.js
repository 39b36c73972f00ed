// What script adds to pages that work without it: GOV.UK Frontend's behaviours, and a warning before a session ends.
import { initAll } from "./govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const session = document.querySelector("[data-session-seconds]");
if (session) {
  const warnBefore = 120;
  const seconds = Number(session.dataset.sessionSeconds);
  const started = Date.now();
  const text = session.querySelector("[data-session-text]");
  setInterval(() => {
    const left = Math.round(seconds - (Date.now() - started) / 1000);
    if (left <= warnBefore) {
      session.hidden = false;
      text.textContent = left > 0 ? session.dataset.soon.replace("%s", String(Math.ceil(left / 60))) : session.dataset.over;
    }
  }, 5000);
}
