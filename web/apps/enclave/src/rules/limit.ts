import type { Bucket } from "../vault/records.js";

/** Different questions an origin may ask at once, and how slowly it gets new ones. */
const CAPACITY = 12;
const REFILL_MS = 10 * 60_000;
const REMEMBERED = 200;

/**
 * Whether one more question about private fields is answered. Every different question tells the
 * page something new, so it costs one token; the same question again tells nothing and is free.
 */
export function takeQuestion(
  bucket: Bucket | undefined,
  question: string,
  now: number,
): { readonly allowed: boolean; readonly bucket: Bucket } {
  const last = bucket ?? { tokens: CAPACITY, at: now, answered: [] };
  if (last.answered.includes(question)) {
    return { allowed: true, bucket: last };
  }
  const gained = Math.max(0, now - last.at) / REFILL_MS;
  const tokens = Math.min(CAPACITY, last.tokens + gained);
  if (tokens < 1) {
    return { allowed: false, bucket: { ...last, tokens, at: now } };
  }
  const answered = [question, ...last.answered].slice(0, REMEMBERED);
  return { allowed: true, bucket: { tokens: tokens - 1, at: now, answered } };
}
