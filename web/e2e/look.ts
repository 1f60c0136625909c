import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = new URL("../../docs/screenshots/dashboard/", import.meta.url).pathname;
const isKept = process.env["IDOS_SCREENSHOTS"] !== undefined;

type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** What axe finds wrong on this page, as one line each. */
export async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

const LOOKS = [
  ["desktop", "light", 1280, 800],
  ["desktop", "dark", 1280, 800],
  ["phone", "light", 390, 844],
  ["phone", "dark", 390, 844],
] as const;

/**
 * Looks at a page in both themes and both widths. Returns what axe finds wrong in any of them;
 * with `IDOS_SCREENSHOTS` set, the pictures are kept.
 */
export async function look(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const [device, colorScheme, width, height] of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    found.push(...(await problems(page)).map((each) => `${name} ${device} ${colorScheme} ${each}`));
    if (isKept) {
      mkdirSync(folder, { recursive: true });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({
        path: `${folder}${name}-${device}-${colorScheme}.png`,
        animations: "disabled",
        caret: "hide",
      });
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}
