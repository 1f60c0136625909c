import { loadavg } from "node:os";
import { crowd } from "../e2e/dashboard-crowd.js";
import { connect, openWorld, type World } from "../e2e/dashboard-world.js";
import { firstPaint, lighthouse } from "./lighthouse.js";
import { type Scrolled, scrolled } from "./scroll.js";

const CREDENTIALS = 1_000;
/** Pixels a frame: a quick turn of the wheel, and a hard fling. */
const SPEEDS = [40, 120];
const load = () => `load ${loadavg()[0]?.toFixed(1)}`;
const say = (...cells: readonly string[]) => console.log(`| ${cells.join(" | ")} |`);

/** Prints how fast the dashboard is, as a table: a real node, the built apps, Chromium. */
export async function measure(): Promise<void> {
  const port = 9_000 + (process.pid % 1_000);
  const world = await openWorld({ args: [`--remote-debugging-port=${port}`] });
  try {
    say("what", "measured", "load of the machine");
    say("---", "---", "---");
    await pages(world, port, "connect page");
    const started = performance.now();
    await crowd(world.node, world.issuer, world.signer, CREDENTIALS);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(`${CREDENTIALS} credentials written one by one`, `${seconds} s`, load());
    await list(world);
    await world.context.addInitScript(enterAtOnce);
    await pages(world, port, `My data with ${CREDENTIALS} credentials`);
  } finally {
    await world.close();
  }
}

/** Prints only how smoothly the long list scrolls, beside an empty page. */
export async function measureList(): Promise<void> {
  const world = await openWorld();
  try {
    await crowd(world.node, world.issuer, world.signer, CREDENTIALS);
    await list(world);
  } finally {
    await world.close();
  }
}

async function pages({ context, dashboardUrl }: World, port: number, name: string) {
  const page = await context.newPage();
  const paints = await firstPaint(page, dashboardUrl);
  await page.close();
  say(`${name}: first contentful paint, median of ${paints.runs}`, `${paints.median} ms`, load());
  for (const preset of ["desktop", "phone"] as const) {
    const { performance, accessibility, ...times } = await lighthouse(dashboardUrl, preset, port);
    const score = `performance ${performance}, accessibility ${accessibility}`;
    say(`${name}: Lighthouse, ${preset}`, `${score}; ${times.detail}`, load());
  }
}

async function list({ context, dashboardUrl }: World) {
  const page = await context.newPage();
  await connect(page, dashboardUrl);
  await page.getByText(`${CREDENTIALS} credentials`).waitFor();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const speed of SPEEDS) {
    const list = await scrolled(page, speed);
    told(`scrolling ${CREDENTIALS} credentials, ${speed} pixels a frame`, list);
    say("rows in the page meanwhile, at most", String(list.rows), "");
  }
  await page.close();
  const empty = await context.newPage();
  await empty.setContent(`<div style="height: ${height}px"></div>`);
  for (const speed of SPEEDS) {
    told(`an empty page of the same height, ${speed} pixels a frame`, await scrolled(empty, speed));
  }
  await empty.close();
}

function told(what: string, { frames, work, median, p99, late, missed }: Scrolled) {
  const times = `frame median ${median} ms, p99 ${p99} ms`;
  const over = `${late} % over 16.7 ms, ${missed} % missed a frame`;
  say(`${what}, ${frames} frames`, `${times}; ${over}`, load());
  say("the page's own thread meanwhile", `${work} ms of processor time a frame`, "");
}

/** Runs in a page: presses the wallet as soon as it is offered, so that My data is what loads. */
function enterAtOnce(): void {
  const press = () => {
    const buttons = [...document.querySelectorAll("button")];
    const wallet = buttons.find(({ textContent }) => textContent?.includes("Test wallet"));
    if (wallet) {
      watch.disconnect();
      wallet.click();
    }
  };
  const watch = new MutationObserver(press);
  watch.observe(document, { childList: true, subtree: true });
}
