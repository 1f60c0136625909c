import { scrypt, scryptAsync } from "@noble/hashes/scrypt.js";
import { toUtf8 } from "./bytes.js";

/** A user id as it may salt a key: UUID version 4, in the letter case it was given. */
const SALT = /^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12}$/i;
const COST = { 0: 128, 0.1: 16384 } as const;

/** The key derivations idOS knows: 0 is historic, 0.1 is what every profile uses. */
export type KeyVersion = keyof typeof COST;

const options = (version: KeyVersion) => ({ N: COST[version], r: 8, p: 1, dkLen: 32 });

function inputs(password: string, userId: string): [Uint8Array, Uint8Array] {
  if (!SALT.test(userId)) {
    throw new RangeError("expected a user id of UUID version 4");
  }
  return [toUtf8(password.normalize("NFKC")), toUtf8(userId)];
}

/** The X25519 secret key that a password and a user id always give again. */
export function passwordKey(
  password: string,
  userId: string,
  version: KeyVersion = 0.1,
): Uint8Array {
  return scrypt(...inputs(password, userId), options(version));
}

/** The same, giving the page time to breathe. */
export function passwordKeyAsync(
  password: string,
  userId: string,
  version: KeyVersion = 0.1,
): Promise<Uint8Array> {
  return scryptAsync(...inputs(password, userId), options(version));
}
