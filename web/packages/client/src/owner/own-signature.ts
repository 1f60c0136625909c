import { type CredentialSignatures, concat, signCredential, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { nextTurn } from "../turns.js";

/**
 * The signatures over something a person says themselves: by a key that is forgotten at once. By
 * the browser where it can: megabytes are then signed beside the page, not in it.
 */
export async function signOwn(
  publicNotes: string,
  content: Uint8Array,
): Promise<CredentialSignatures> {
  const key = await freshKey();
  if (key === null) {
    return signCredential(publicNotes, content, ed25519.utils.randomSecretKey());
  }
  const { subtle } = globalThis.crypto;
  const sign = async (bytes: Uint8Array) =>
    new Uint8Array(await subtle.sign("Ed25519", key.privateKey, bytes as Uint8Array<ArrayBuffer>));
  const publicNotesSignature = await sign(toUtf8(publicNotes));
  await nextTurn();
  return {
    issuerPublicKey: toHex(new Uint8Array(await subtle.exportKey("raw", key.publicKey))),
    publicNotesSignature,
    broaderSignature: await sign(concat(publicNotesSignature, content)),
  };
}

/** A key of the browser's own; null where it has none of this kind, or the page is on plain http. */
async function freshKey(): Promise<CryptoKeyPair | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  try {
    const key = await subtle?.generateKey("Ed25519", false, ["sign", "verify"]);
    return key !== undefined && "privateKey" in key ? key : null;
  } catch {
    return null;
  }
}
