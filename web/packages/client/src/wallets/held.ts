import { concat, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { randomBytes } from "@noble/hashes/utils.js";
import type { Signer } from "../signer.js";
import { walletFailure, walletProblem } from "./failures.js";
import {
  evmAddress,
  evmAddressBytes,
  nearKey,
  stellarAddress,
  xrplAddress,
} from "./identifiers.js";
import {
  eip191Digest,
  NEAR_RECIPIENT,
  nep413Container,
  nep413Payload,
  sep53Digest,
  sha512Half,
} from "./schemes.js";

/** Wallets whose key is held in this program: for development, tests and servers. */

export function heldEvm(secretKey: Uint8Array): Signer {
  const sender = evmAddressBytes(secp256k1.getPublicKey(secretKey, true));
  const sign = (message: Uint8Array) => {
    const options = { prehash: false, format: "recovered" } as const;
    const signature = secp256k1.sign(eip191Digest(message), secretKey, options);
    return concat(signature.subarray(1), Uint8Array.of(27 + (signature[0] ?? 0)));
  };
  const address = evmAddress(sender);
  return {
    walletType: "EVM",
    authType: "secp256k1_ep",
    address,
    publicKey: null,
    identifier: address,
    sender,
    sign: async (message) => sign(message),
    proof: async (text) => `0x${toHex(sign(toUtf8(text)))}`,
  };
}

export function heldNear(seed: Uint8Array, account?: string): Signer {
  const key = ed25519.getPublicKey(seed);
  const sign = (message: Uint8Array) => {
    const payload = nep413Payload(message, randomBytes(32), NEAR_RECIPIENT);
    return nep413Container(payload, ed25519.sign(sha256(payload), seed));
  };
  return {
    walletType: "NEAR",
    authType: "nep413",
    address: account ?? toHex(key),
    publicKey: nearKey(key),
    identifier: nearKey(key),
    sender: key,
    sign: async (message) => sign(message),
    proof: async (text) => toHex(sign(toUtf8(text))).toUpperCase(),
  };
}

export function heldXrpl(seed: Uint8Array, curve: "ed25519" | "secp256k1"): Signer {
  const isEd = curve === "ed25519";
  const key = isEd
    ? concat(Uint8Array.of(0xed), ed25519.getPublicKey(seed))
    : secp256k1.getPublicKey(seed, true);
  const sign = (message: Uint8Array) =>
    isEd
      ? ed25519.sign(message, seed)
      : secp256k1.sign(sha512Half(message), seed, { prehash: false, format: "der" });
  const address = xrplAddress(key);
  return {
    walletType: "XRPL",
    authType: "xrpl",
    address,
    publicKey: toHex(key).toUpperCase(),
    identifier: address,
    sender: key,
    sign: async (message) => sign(message),
    proof: async (text) => toHex(sign(toUtf8(text))).toUpperCase(),
  };
}

export function heldStellar(seed: Uint8Array, scheme: "ed25519" | "sep53"): Signer {
  const key = ed25519.getPublicKey(seed);
  const sign = (message: Uint8Array) =>
    ed25519.sign(scheme === "sep53" ? sep53Digest(message) : message, seed);
  const address = stellarAddress(key);
  return {
    walletType: "Stellar",
    authType: scheme,
    address,
    publicKey: toHex(key),
    identifier: address,
    sender: scheme === "sep53" ? toUtf8(address) : key,
    sign: async (message) => sign(message),
    proof: async (text) => toHex(sign(toUtf8(text))),
  };
}

/** An Ed25519 key as FaceSign, issuers and companies use it. */
export function heldEd25519(seed: Uint8Array): Signer {
  return customEd25519(ed25519.getPublicKey(seed), async (message) => ed25519.sign(message, seed));
}

/**
 * A FaceSign-shaped wallet: somebody else holds an Ed25519 key and signs messages with it. Whatever
 * they throw is told as a wallet's failure, and a signature of another key is not used.
 */
export function customEd25519(
  key: Uint8Array,
  ask: (message: Uint8Array) => Promise<Uint8Array>,
): Signer {
  const hex = toHex(key);
  const sign = async (message: Uint8Array) => {
    const signature = await ask(message).catch((thrown: unknown) => {
      throw walletProblem(thrown);
    });
    if (!holds(signature, message, key)) {
      throw walletFailure("changed");
    }
    return signature;
  };
  return {
    walletType: "FaceSign",
    authType: "ed25519",
    address: hex,
    publicKey: hex,
    identifier: hex,
    sender: key,
    sign,
    proof: async (text) => toHex(await sign(toUtf8(text))),
  };
}

function holds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key);
  } catch {
    return false;
  }
}
