import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = new URL("../../docs/screenshots/", import.meta.url).pathname;
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

const DEVICES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;
/** A window of 1,280 pixels at a zoom of 400 %. */
const ZOOMED = { width: 320, height: 640 };

/**
 * Looks at a page as on a desktop and on a phone, in both themes. Returns what axe finds wrong and
 * where the page is wider than its window; with `IDOS_SCREENSHOTS` set, the pictures are kept in the folder of the app.
 */
export async function look(page: Page, name: string, app = "dashboard"): Promise<string[]> {
  const found: string[] = [];
  await page.mouse.move(0, 0);
  for (const [device, size] of Object.entries(DEVICES)) {
    await page.setViewportSize(size);
    await page.evaluate(() => scrollTo(0, 0));
    found.push(...(await tooWide(page)).map((each) => `${name} ${device}: ${each}`));
    for (const theme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate((chosen) => {
        document.documentElement.dataset["theme"] = chosen;
      }, theme);
      found.push(...(await problems(page)).map((each) => `${name} ${device} ${theme} ${each}`));
      if (isKept) {
        await keep(page, `${name}-${device}-${theme}`, app);
      }
    }
  }
  await page.setViewportSize(ZOOMED);
  found.push(...(await tooWide(page)).map((each) => `${name} at 400 %: ${each}`));
  await page.setViewportSize(DEVICES.desktop);
  return found;
}

async function keep(page: Page, name: string, app: string): Promise<void> {
  const folder = `${pictures}${app}/`;
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({
    path: `${folder}${name}.png`,
    animations: "disabled",
    caret: "hide",
    fullPage: app !== "dashboard",
  });
}

/** What sticks out at the side, outermost first. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > width;
    const out = [...document.body.querySelectorAll("*")].filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return right > left && (right > width + 1 || left < -1) && !each.closest(".sr, .skip");
    });
    const [first] = out;
    return scrolls || first ? [`${first?.outerHTML.slice(0, 120) ?? "the page"} sticks out`] : [];
  });
}
