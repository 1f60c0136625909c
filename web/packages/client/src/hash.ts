import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256, by the browser where it can: megabytes are then hashed beside the page, not in it. */
export async function sha256Of(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle; // absent on plain http
  return subtle
    ? new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>))
    : sha256(bytes);
}
