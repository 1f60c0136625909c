import { hsalsa, xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { randomBytes } from "@noble/hashes/utils.js";
import { concat } from "./bytes.js";

const NONCE = 24;
const MAC = 16;
const SIGMA = toWords(new TextEncoder().encode("expand 32-byte k"));

/** Content for one recipient: a nonce and a NaCl box, and the public key it opens with. */
export type Sealed = {
  readonly content: Uint8Array;
  readonly encryptorPublicKey: Uint8Array;
};

/** Encrypts to a recipient with a fresh key that is forgotten at once. */
export function seal(plaintext: Uint8Array, recipientPublicKey: Uint8Array): Sealed {
  return sealWith(
    plaintext,
    recipientPublicKey,
    x25519.utils.randomSecretKey(),
    randomBytes(NONCE),
  );
}

/** The same with a given key and nonce. A nonce must never be used twice: for vectors only. */
export function sealWith(
  plaintext: Uint8Array,
  recipientPublicKey: Uint8Array,
  ephemeralSecretKey: Uint8Array,
  nonce: Uint8Array,
): Sealed {
  const key = boxKey(ephemeralSecretKey, recipientPublicKey);
  return {
    content: concat(nonce, xsalsa20poly1305(key, nonce).encrypt(plaintext)),
    encryptorPublicKey: x25519.getPublicKey(ephemeralSecretKey),
  };
}

/** The plaintext, or null when the content was not made for this key or has been changed. */
export function open(
  content: Uint8Array,
  encryptorPublicKey: Uint8Array,
  secretKey: Uint8Array,
): Uint8Array | null {
  if (content.length < NONCE + MAC) {
    return null;
  }
  try {
    const key = boxKey(secretKey, encryptorPublicKey);
    return xsalsa20poly1305(key, content.subarray(0, NONCE)).decrypt(content.subarray(NONCE));
  } catch {
    return null; // the library's words could carry what was being opened
  }
}

function boxKey(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const shared = toWords(x25519.getSharedSecret(secretKey, publicKey));
  const key = new Uint32Array(8);
  hsalsa(SIGMA, shared, new Uint32Array(4), key);
  return toBytes(key);
}

function toWords(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

function toBytes(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * words.length);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  return bytes;
}
