export type Told = {
  readonly at: number;
  readonly work: string;
  readonly done: number;
  total: number;
};
export type Watched = { ticks: number[]; told: Told[]; longTasks: number[] };
/** Runs where [watch] ran. */
export const watched = () => (globalThis as unknown as { watched: Watched }).watched;

/** Runs in a page or frame: notes each turn of its thread, and what it is told of long work. */
export function watch(): void {
  const notes: Watched = { ticks: [], told: [], longTasks: [] };
  const now = () => performance.timeOrigin + performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    notes.ticks.push(now());
    setTimeout(() => port2.postMessage(0), 1);
  };
  port2.postMessage(0);
  addEventListener("message", ({ data }) => {
    if (data?.type === "idOS:progress") {
      notes.told.push({ at: now(), work: data.work, done: data.done, total: data.total });
    }
  });
  new PerformanceObserver((list) => {
    notes.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });
  Object.assign(globalThis, { watched: notes });
}

/** The longest time a thread did not turn, in milliseconds. */
export const longestGap = (ticks: readonly number[]): number =>
  Math.max(...ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? tick)));
