const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "12 March 2031". */
export const date = (ms: number) => day.format(ms);
/** "14:02". */
export const time = (ms: number) => clock.format(ms);

const UNITS = [
  ["year", 365.25 * 86_400_000],
  ["month", 30.44 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** "in 4 years", "in 9 days", "in 30 seconds". */
export function fromNow(ms: number, now: number): string {
  const distance = ms - now;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? UNITS[5];
  return relative.format(Math.round(distance / length), unit);
}

/** How long until the words of [fromNow] change: what a countdown waits. */
export const refreshAfter = (ms: number, now: number) =>
  Math.abs(ms - now) < 120_000 ? 1_000 : Math.abs(ms - now) < 7_200_000 ? 60_000 : 3_600_000;

const WORTH_SAYING_MS = 5_000;

/** When work that goes on as it went so far is done; null while nobody can tell, or it is soon. */
export function doneAt(startedAt: number, now: number, done: number, total: number) {
  const left = done === 0 ? 0 : ((now - startedAt) / done) * (total - done);
  return left < WORTH_SAYING_MS ? null : now + left;
}

/** "2.1 MiB". */
export function size(bytes: number): string {
  return bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(0)} KiB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** `0x7099…79C8`. */
export const short = (text: string) =>
  text.length <= 14 ? text : `${text.slice(0, 6)}…${text.slice(-4)}`;
