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

/**
 * Looks at a page in both themes. Returns what axe finds wrong in either; with `IDOS_SCREENSHOTS`
 * set, the pictures are kept.
 */
export async function look(page: Page, name: string, device = "desktop"): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["dark", "light"]) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset["theme"] = chosen;
    }, theme);
    found.push(...(await problems(page)).map((each) => `${name} ${device} ${theme} ${each}`));
    if (isKept) {
      mkdirSync(folder, { recursive: true });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({
        path: `${folder}${name}-${device}-${theme}.png`,
        animations: "disabled",
        caret: "hide",
      });
    }
  }
  return found;
}
