import { fromHex, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import type { Signer } from "../signer.js";
import { walletFailure } from "./failures.js";
import { xrplAddress } from "./identifiers.js";
import { sha512Half } from "./schemes.js";

/** A signer around whatever signs for an XRPL account. A signature of another key is refused. */
export function xrplSigner(
  address: string,
  publicKey: string,
  ask: (message: Uint8Array) => Promise<Uint8Array>,
): Signer {
  const key = keyOf(publicKey);
  if (xrplAddress(key) !== address) {
    throw walletFailure("failed");
  }
  const sign = async (message: Uint8Array) => {
    const signature = await ask(message);
    if (!holds(signature, message, key)) {
      throw walletFailure("changed");
    }
    return signature;
  };
  return {
    walletType: "XRPL",
    authType: "xrpl",
    address,
    publicKey,
    identifier: address,
    sender: key,
    sign,
    proof: async (text) => toHex(await sign(toUtf8(text))).toUpperCase(),
  };
}

function keyOf(hex: string): Uint8Array {
  try {
    return fromHex(hex);
  } catch {
    throw walletFailure("failed");
  }
}

function holds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return key[0] === 0xed
      ? ed25519.verify(signature, message, key.subarray(1))
      : secp256k1.verify(signature, sha512Half(message), key, {
          prehash: false,
          format: "der",
          lowS: false,
        });
  } catch {
    return false;
  }
}
