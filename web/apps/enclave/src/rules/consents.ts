import type { Consent } from "../vault/records.js";

export const DAY_MS = 24 * 3_600_000;
/** A frame keeps a key no longer than this, so that taking a consent back works within a day. */
export const LEASE_MS = DAY_MS;

/** How long a person may let a key be kept. */
export const KEEPING = { visit: 0, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;
export type Keeping = keyof typeof KEEPING;

export const leaseUntil = (until: number, now: number): number => Math.min(until, now + LEASE_MS);

/** Fields among these that the origin may not ask about yet. */
export function missingPaths(consent: Consent, paths: readonly string[]): string[] {
  return paths.filter((path) => !consent.paths.includes(path));
}

export function mayRead(consent: Consent, fingerprint: string): boolean {
  return consent.reads === "all" || consent.reads.includes(fingerprint);
}

export function withPaths(consent: Consent, paths: readonly string[]): Consent {
  return { ...consent, paths: [...new Set([...consent.paths, ...paths])] };
}

export function withReads(consent: Consent, reads: "all" | readonly string[]): Consent {
  if (consent.reads === "all" || reads === "all") {
    return { ...consent, reads: "all" };
  }
  return { ...consent, reads: [...new Set([...consent.reads, ...reads])] };
}
