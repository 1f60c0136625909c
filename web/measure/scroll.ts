import type { Page } from "playwright-core";

/**
 * Scrolls from the top to the end and back, so many pixels a frame, and times every frame. `work` is
 * the time the page's own thread was busy a frame: other programs on the machine do not change it.
 */
export async function scrolled(page: Page, step: number) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  const before = await worked();
  const { times, rows } = await page.evaluate(scrollThrough, step);
  const work = (1000 * ((await worked()) - before)) / times.length;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const share = (limit: number) =>
    ((100 * times.filter((time) => time > limit).length) / times.length).toFixed(1);
  return {
    frames: times.length,
    work: work.toFixed(1),
    median: at(0.5).toFixed(1),
    p99: at(0.99).toFixed(1),
    late: share(16.75),
    missed: share(25),
    rows,
  };
}

export type Scrolled = Awaited<ReturnType<typeof scrolled>>;

/** Runs in the page. */
function scrollThrough(pixels: number): Promise<{ times: number[]; rows: number }> {
  const end = () => document.documentElement.scrollHeight - innerHeight;
  return new Promise((resolve) => {
    const times: number[] = [];
    let rows = 0;
    let step = pixels;
    let before = 0;
    const frame = (now: number) => {
      if (before > 0) {
        times.push(now - before);
      }
      before = now;
      rows = Math.max(rows, document.querySelectorAll(".list.long > li").length);
      if (step > 0 && scrollY >= end() - 1) {
        step = -pixels;
      }
      if (step < 0 && scrollY <= 0) {
        resolve({ times, rows });
        return;
      }
      scrollBy({ top: step, behavior: "instant" });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
