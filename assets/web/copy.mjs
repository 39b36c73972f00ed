// Put GOV.UK Frontend's script and our few lines beside the style sheet. No page needs them.
import { copyFileSync, mkdirSync } from "node:fs";

const target = "../src/marketcross/web/core/look";
mkdirSync(target, { recursive: true });
copyFileSync("node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js", `${target}/govuk-frontend.js`);
for (const name of ["enhance.js", "icon.svg"]) copyFileSync(`web/${name}`, `${target}/${name}`);
