import { sha1 } from "@noble/hashes/legacy.js";
import { concat, toUtf8 } from "./bytes.js";
import { uuidBytes, uuidText } from "./value.js";

const NAMESPACE = uuidBytes("31276fd4-105f-4ff7-9f64-644942c14b79");

/** The id of a grant follows from whom, what and until when; the grantee counts as written. */
export function accessGrantId(grantee: string, dataId: string, lockedUntil: bigint): string {
  const name = toUtf8(`${grantee}-${dataId.toLowerCase()}-${lockedUntil}`);
  const hash = sha1(concat(NAMESPACE, name)).subarray(0, 16);
  const bytes = Uint8Array.from(hash);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}
