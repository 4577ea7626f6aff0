// Makes the pictures of docs/user-guide from a running portal:  node tools/screenshots/take.mjs [NAME …]
// Needs a build of src/Portal.Web, `npm ci` in this folder, and the Debian packages chromium and libvips-tools.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { begin } from "./portal.mjs";
import { pictures } from "./pictures.mjs";

const folder = fileURLToPath(new URL("../../docs/images", import.meta.url));
const largest = 120 * 1024;
const chosen = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const portal = await begin();
try {
  // Later pictures show what earlier ones did, so all are walked through; only the chosen ones are kept.
  for (const { name, as, path, at, width = 1280, height = 800, locale = "en", prepare } of pictures) {
    const page = await portal.window(as, { width, height, locale });
    if (path) await page.goto(typeof path === "string" ? path : await path(page));
    await prepare?.(page);
    await page.evaluate(() => document.fonts.ready);
    if (name && (chosen.length === 0 || chosen.includes(name))) await take(page, name, at);
  }
} finally {
  await portal.end();
}

/** The window as it is, or from an element on; in few colours, so that it stays small. */
async function take(page, name, at) {
  if (at) await page.locator(at).first().evaluate(element => { element.style.scrollMarginTop = "16px"; element.scrollIntoView({ block: "start" }); });
  const raw = join(folder, `${name}.raw.png`), file = join(folder, `${name}.png`);
  await page.screenshot({ path: raw });
  const made = spawnSync("vips", ["pngsave", raw, file, "--palette", "--dither", "0", "--compression", "9", "--strip"], { encoding: "utf8" });
  rmSync(raw);
  if (made.status !== 0) throw new Error(made.stderr);
  const { size } = statSync(file);
  console.log(`${name}.png  ${Math.round(size / 1024)} kB${size > largest ? "  TOO LARGE" : ""}`);
}
