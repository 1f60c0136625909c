import { toUtf8 } from "@idos/protocol";
import type { Cabinet } from "./cabinet.js";

/** A secret as it lies in storage. */
export type Locked = { readonly iv: Uint8Array; readonly box: Uint8Array };

const AES = "AES-GCM";
const WRAPPING_KEY = "wrapping-key";

/** Locks secrets with a key that the browser uses but never shows, not even to this page. */
export class Safe {
  private constructor(private readonly key: CryptoKey) {}

  static async open(cabinet: Cabinet): Promise<Safe> {
    const there = await cabinet.get(WRAPPING_KEY);
    if (there instanceof CryptoKey) {
      return new Safe(there);
    }
    const fresh = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]);
    const kept = await cabinet.putIfAbsent(WRAPPING_KEY, fresh);
    return new Safe(kept instanceof CryptoKey ? kept : fresh);
  }

  /** The label is authenticated: a secret cannot be moved to another profile's record. */
  async lock(secret: Uint8Array, label: string): Promise<Locked> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt(
      { name: AES, iv, additionalData: owned(toUtf8(label)) },
      this.key,
      owned(secret),
    );
    return { iv, box: new Uint8Array(box) };
  }

  /** The secret, or null when it was not locked here under this label. */
  async unlock({ iv, box }: Locked, label: string): Promise<Uint8Array | null> {
    try {
      return new Uint8Array(
        await crypto.subtle.decrypt(
          { name: AES, iv: owned(iv), additionalData: owned(toUtf8(label)) },
          this.key,
          owned(box),
        ),
      );
    } catch {
      return null;
    }
  }
}

/** WebCrypto's types want bytes on a buffer of their own. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
