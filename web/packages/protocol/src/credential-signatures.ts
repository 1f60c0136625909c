import { ed25519 } from "@noble/curves/ed25519.js";
import { concat, toHex, toUtf8 } from "./bytes.js";

/** The two signatures an issuer makes over a stored credential. */
export type CredentialSignatures = {
  readonly issuerPublicKey: string;
  readonly publicNotesSignature: Uint8Array;
  readonly broaderSignature: Uint8Array;
};

/** Signs the notes, then that signature together with the encrypted content. */
export function signCredential(
  publicNotes: string,
  content: Uint8Array,
  issuerSeed: Uint8Array,
): CredentialSignatures {
  const publicNotesSignature = ed25519.sign(toUtf8(publicNotes), issuerSeed);
  return {
    issuerPublicKey: toHex(ed25519.getPublicKey(issuerSeed)),
    publicNotesSignature,
    broaderSignature: ed25519.sign(concat(publicNotesSignature, content), issuerSeed),
  };
}

export function credentialSignaturesHold(
  publicNotes: string,
  content: Uint8Array,
  signatures: CredentialSignatures,
  issuerPublicKey: Uint8Array,
): boolean {
  const { publicNotesSignature, broaderSignature } = signatures;
  try {
    return (
      ed25519.verify(publicNotesSignature, toUtf8(publicNotes), issuerPublicKey) &&
      ed25519.verify(broaderSignature, concat(publicNotesSignature, content), issuerPublicKey)
    );
  } catch {
    return false;
  }
}
