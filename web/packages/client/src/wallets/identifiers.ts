import { concat, toHex, toUtf8 } from "@idos/protocol";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { ripemd160 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { base32, base58, base58xrp } from "@scure/base";

/** The 20 address bytes of a compressed or uncompressed public key. */
export function evmAddressBytes(publicKey: Uint8Array): Uint8Array {
  const point = secp256k1.Point.fromBytes(publicKey).toBytes(false);
  return keccak_256(point.subarray(1)).subarray(12);
}

/** An EVM address with the letter case of EIP-55. */
export function evmAddress(bytes: Uint8Array): string {
  const lower = toHex(bytes);
  const hash = toHex(keccak_256(toUtf8(lower)));
  const mixed = [...lower].map((digit, i) =>
    Number.parseInt(hash.charAt(i), 16) >= 8 ? digit.toUpperCase() : digit,
  );
  return `0x${mixed.join("")}`;
}

/** `ed25519:` and the key in base58. */
export const nearKey = (key: Uint8Array) => `ed25519:${base58.encode(key)}`;

/** Reads a NEAR key. Throws a RangeError for anything else. */
export function nearKeyBytes(text: string): Uint8Array {
  const key = text.startsWith("ed25519:") ? base58.decode(text.slice(8)) : new Uint8Array();
  if (key.length !== 32) {
    throw new RangeError("expected an Ed25519 key of NEAR");
  }
  return key;
}

/** The classic address of a 33-byte key. */
export function xrplAddress(key: Uint8Array): string {
  const payload = concat(Uint8Array.of(0), ripemd160(sha256(key)));
  const checksum = sha256(sha256(payload)).subarray(0, 4);
  return base58xrp.encode(concat(payload, checksum));
}

const STELLAR_ACCOUNT = 6 << 3;

/** The `G…` address of a key. */
export function stellarAddress(key: Uint8Array): string {
  const payload = concat(Uint8Array.of(STELLAR_ACCOUNT), key);
  const crc = crc16(payload);
  return base32.encode(concat(payload, Uint8Array.of(crc & 0xff, crc >> 8)));
}

/** The key behind a `G…` address. Throws a RangeError when it is not one. */
export function stellarKeyBytes(address: string): Uint8Array {
  let key: Uint8Array | null = null;
  try {
    key = base32.decode(address).subarray(1, 33);
  } catch {
    key = null;
  }
  if (key?.length !== 32 || stellarAddress(key) !== address) {
    throw new RangeError("expected a Stellar account");
  }
  return key;
}

/** CRC-16/XMODEM, which guards Stellar addresses against typing mistakes. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}
