import type { Page } from "playwright-core";

/** Scrolls from the top to the end and back, a good part of a screen a frame, and times every frame. */
export async function scrolled(page: Page) {
  const { times, rows } = await page.evaluate(scrollThrough);
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const share = (limit: number) =>
    ((100 * times.filter((time) => time > limit).length) / times.length).toFixed(1);
  return {
    frames: times.length,
    median: at(0.5).toFixed(1),
    p99: at(0.99).toFixed(1),
    late: share(16.75),
    missed: share(25),
    rows,
  };
}

/** Runs in the page. */
function scrollThrough(): Promise<{ times: number[]; rows: number }> {
  const STEP = 120;
  const end = () => document.documentElement.scrollHeight - innerHeight;
  return new Promise((resolve) => {
    const times: number[] = [];
    let rows = 0;
    let step = STEP;
    let before = 0;
    const frame = (now: number) => {
      if (before > 0) {
        times.push(now - before);
      }
      before = now;
      rows = Math.max(rows, document.querySelectorAll(".list.long > li").length);
      if (step > 0 && scrollY >= end() - 1) {
        step = -STEP;
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
