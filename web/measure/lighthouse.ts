import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import * as v from "valibot";

/** Fetched when it is measured, not installed with the apps: it is larger than all of them. */
const PACKAGE = "lighthouse@12.8.2";
const RUNS = 5;

const Audit = v.object({ numericValue: v.number() });
const Category = v.object({ score: v.nullable(v.number()) });
const Report = v.object({
  environment: v.object({ benchmarkIndex: v.number() }),
  categories: v.object({ performance: Category, accessibility: Category }),
  audits: v.object({
    "first-contentful-paint": Audit,
    "largest-contentful-paint": Audit,
    "total-blocking-time": Audit,
    "cumulative-layout-shift": Audit,
  }),
});

export type Preset = "desktop" | "phone";

/** What Lighthouse says of a page, in the browser that listens on a port. */
export async function lighthouse(url: string, preset: Preset, port: number) {
  const { stdout } = await promisify(execFile)(
    "npm",
    [
      ...["exec", "--yes", `--package=${PACKAGE}`, "--", "lighthouse", url],
      ...[`--port=${port}`, "--output=json", "--quiet"],
      ...["--only-categories=performance,accessibility"],
      ...(preset === "desktop" ? ["--preset=desktop"] : []),
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { categories, audits, environment } = v.parse(Report, JSON.parse(stdout));
  const ms = (name: keyof typeof audits) => `${Math.round(audits[name].numericValue)} ms`;
  const score = ({ score }: v.InferOutput<typeof Category>) => Math.round((score ?? 0) * 100);
  return {
    performance: score(categories.performance),
    accessibility: score(categories.accessibility),
    detail: [
      `first paint ${ms("first-contentful-paint")}`,
      `largest ${ms("largest-contentful-paint")}`,
      `blocked ${ms("total-blocking-time")}`,
      `speed of the machine ${Math.round(environment.benchmarkIndex)}`,
      `shift ${audits["cumulative-layout-shift"].numericValue.toFixed(3)}`,
    ].join(", "),
  };
}

/** The first contentful paint of a page, unthrottled and with an empty cache each time. */
export async function firstPaint(page: Page, url: string) {
  const session = await page.context().newCDPSession(page);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await session.send("Network.clearBrowserCache");
    await page.goto("about:blank");
    await page.goto(url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    times.push(await page.evaluate(paintedAt));
  }
  times.sort((a, b) => a - b);
  return { runs: RUNS, median: Math.round(times[Math.floor(RUNS / 2)] ?? 0) };
}

/** Runs in the page. */
function paintedAt(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntries().find(({ name }) => name === "first-contentful-paint");
      if (paint) {
        resolve(paint.startTime);
      }
    }).observe({ type: "paint", buffered: true });
  });
}
