import { concat, toUtf8 } from "@idos/protocol";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";

/** What each kind of wallet really signs for a message. */

/** EIP-191 `personal_sign`. */
export const eip191Digest = (message: Uint8Array) =>
  keccak_256(concat(toUtf8(`\u0019Ethereum Signed Message:\n${message.length}`), message));

/** SEP-53, what today's Stellar wallets sign. */
export const sep53Digest = (message: Uint8Array) =>
  sha256(concat(toUtf8("Stellar Signed Message:\n"), message));

/** XRPL keys on secp256k1 sign half of SHA-512. */
export const sha512Half = (message: Uint8Array) => sha512(message).subarray(0, 32);

const NEP413_TAG = Uint8Array.of(0x9d, 0x01, 0x00, 0x80);
export const NEAR_RECIPIENT = "idos.network";

/** The NEP-413 payload of a message, tag included: its SHA-256 is what a NEAR key signs. */
export function nep413Payload(
  message: Uint8Array,
  nonce: Uint8Array,
  recipient: string,
): Uint8Array {
  const to = toUtf8(recipient);
  const noCallback = Uint8Array.of(0);
  return concat(NEP413_TAG, u32(message.length), message, nonce, u32(to.length), to, noCallback);
}

/** How idOS carries a NEAR signature: the payload's length, the payload, the signature. */
export function nep413Container(payload: Uint8Array, signature: Uint8Array): Uint8Array {
  const length = Uint8Array.of(payload.length >> 8, payload.length & 0xff);
  return concat(length, payload, signature);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
