// A portal with the demo content in a temporary folder, an account for each role, and browser windows of their holders.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "src/Portal.Web/bin/Debug/net10.0/Portal.Web.dll");
const password = "a long pass phrase here";
const address = `http://127.0.0.1:${process.env.PORT ?? 5316}`;

/** Name of the account, its role, the language that it works in, its organisation. */
const accounts = [
  ["editor", "NetworkEditor", "en"],
  ["member", "MemberEditor", "en", "org-fiq"],
  ["translator", "Translator", "en"],
  ["moderator", "Moderator", "sr"],
];

/** Begins a portal that nobody has used; `end` stops it and deletes all that it kept. */
export async function begin() {
  const data = mkdtempSync(join(tmpdir(), "portal-pictures-"));
  const env = { ...process.env, PORTAL_DATA: data, PORTAL_ADMIN_PASSWORD: password, Portal__SecondFactor: "optional" };
  const run = (args, input) => {
    const done = spawnSync("dotnet", [program, ...args], { env, input, encoding: "utf8" });
    if (done.status !== 0) throw new Error(done.stdout + done.stderr);
  };
  run(["setup"]);
  for (const [name, role, culture, organisation] of accounts)
    run(["user", "create", name, "--email", `${name}@example.org`, "--role", role, "--culture", culture, ...(organisation ? ["--organisation", organisation] : []), "--password-stdin"], password + "\n");

  const server = spawn("dotnet", [program, "serve", "--urls", address], { env, stdio: "ignore" });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const windows = new Map();
  await ready();

  return {
    /** The window of an account, or of a guest; the size is that of the picture. */
    async window(who, { width, height, locale }) {
      if (!windows.has(who)) windows.set(who, await open(who, locale));
      const page = windows.get(who);
      await page.setViewportSize({ width, height });
      return page;
    },
    async end() {
      await browser.close();
      server.kill();
      await new Promise(done => server.once("exit", done));
      rmSync(data, { recursive: true });
    },
  };

  async function open(who, locale) {
    const context = await browser.newContext({ baseURL: address, locale, reducedMotion: "reduce" });
    const page = await context.newPage();
    if (who.startsWith("guest")) return page;
    await page.goto("/sign-in");
    await page.locator("#userName").fill(who);
    await page.locator("#password").fill(password);
    await Promise.all([page.waitForURL(url => !url.pathname.startsWith("/sign-in")), page.locator("form:has(#password) button").click()]);
    return page;
  }

  async function ready() {
    for (let i = 0; i < 120; i++) {
      if (await fetch(`${address}/health/ready`).then(answer => answer.ok, () => false)) return;
      await new Promise(done => setTimeout(done, 500));
    }
    throw new Error("The portal did not begin to serve.");
  }
}
