import { fromBase64, fromHex, fromUtf8, passwordKeyAsync, toUtf8 } from "@idos/protocol";
import { xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { type OpenProfile, publicKeyOf, type Vault } from "./vault.js";

const PREFIX = "idOS-";
const SALT = 16;
const NONCE = 24;
const WEEK_MS = 7 * 24 * 3_600_000;

/** What an earlier enclave kept in localStorage: a profile, and when it was to be forgotten. */
export type LegacyProfile = { readonly profile: OpenProfile; readonly until: number };

/**
 * Moves a profile of the old format into the vault, then removes it there. Its consents had no
 * scope, so they are not taken over: each site asks once more.
 */
export async function adoptLegacy(
  storage: () => Storage,
  vault: Vault,
  now: () => number,
): Promise<void> {
  try {
    const old = storage();
    const found = await readLegacy((key) => old.getItem(key), now());
    if (found && found !== "expired") {
      await vault.keep(found.profile, found.until);
    }
    if (found) {
      for (const key of Object.keys(old).filter((name) => name.startsWith(PREFIX))) {
        old.removeItem(key);
      }
    }
  } catch {
    // storage that throws holds nothing for us; a record we cannot read stays where it is
  }
}

export async function readLegacy(
  item: (key: string) => string | null,
  now: number,
): Promise<LegacyProfile | "expired" | null> {
  const text = (key: string): string | null => {
    const raw = item(PREFIX + key);
    const value: unknown = raw === null ? null : JSON.parse(raw);
    return typeof value === "string" ? value : null;
  };
  const userId = text("user-id");
  if (userId === null) {
    return null;
  }
  const expiration = text("storage-expiration");
  const until = expiration === null ? now + WEEK_MS : Date.parse(expiration);
  if (!(until > now)) {
    return "expired";
  }
  const secret = await legacySecret(text, userId);
  const expected = text("encryption-public-key");
  if (secret === null || secret.length !== 32 || publicKeyOf(secret) !== expected) {
    return null;
  }
  const passwordStore = text("encryption-password-store") === "mpc" ? "mpc" : "user";
  return { profile: { userId, publicKey: expected, passwordStore, secret }, until };
}

async function legacySecret(
  text: (key: string) => string | null,
  userId: string,
): Promise<Uint8Array | null> {
  const key = text("obfuscated-base64-encryption-secret-key");
  if (key !== null) {
    return fromBase64(await reveal(key, userId));
  }
  const password = text("obfuscated-password");
  return password === null ? null : passwordKeyAsync(await reveal(password, userId), userId);
}

/** Undoes the old obfuscation: its key was the user id that lay beside it. */
export async function reveal(value: string, userId: string): Promise<string> {
  if (!value.startsWith("0x")) {
    throw new RangeError("missing 0x prefix");
  }
  const bytes = fromHex(value.slice(2));
  const salt = bytes.subarray(0, SALT);
  const nonce = bytes.subarray(SALT, SALT + NONCE);
  const key = await scryptAsync(toUtf8(userId), salt, { N: 16384, r: 8, p: 1, dkLen: 32 });
  return fromUtf8(xsalsa20poly1305(key, nonce).decrypt(bytes.subarray(SALT + NONCE)));
}
