// Puts the four styles of Roboto where the PDF and the charts look for them. Version 0.2.3 holds Roboto 2, which is
// under the Apache licence 2.0.
import { copyFileSync, mkdirSync } from "node:fs";

const from = "node_modules/@expo-google-fonts/roboto";
const to = "../src/marketcross/statement/look/fonts";

mkdirSync(to, { recursive: true });
for (const style of ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]) {
    copyFileSync(`${from}/Roboto_${style}.ttf`, `${to}/Roboto_${style}.ttf`);
}
