/** Bytes and their texts. Every reader refuses what it cannot represent exactly. */

const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** `String.fromCharCode` takes this much at once; a multiple of three, so that texts join. */
const CHUNK = 3 * 8 * 1024;

/** Lower-case hex without `0x`. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += byte.toString(16).padStart(2, "0");
  }
  return text;
}

/** Reads hex of either case, without `0x`. Throws a RangeError for anything else. */
export function fromHex(text: string): Uint8Array {
  if (!HEX.test(text)) {
    throw new RangeError("expected an even number of hex digits");
  }
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

type NativeWellFormed = { isWellFormed?: () => boolean };
type NativeBase64 = { toBase64?: () => string };
type NativeFromBase64 = { fromBase64?: (text: string) => Uint8Array };

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const native = (bytes as NativeBase64).toBase64;
  if (native) {
    return native.call(bytes);
  }
  let text = "";
  for (let i = 0; i < bytes.length; i += CHUNK) {
    const codes = bytes.subarray(i, i + CHUNK) as unknown as number[];
    text += btoa(String.fromCharCode.apply(null, codes)); // spread, they would be ten times slower
  }
  return text;
}

/** Reads standard base64 with padding. Throws a RangeError for anything else. */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0 || (text.length < CHUNK && !BASE64.test(text))) {
    throw new RangeError("expected base64 with padding");
  }
  const native = (Uint8Array as unknown as NativeFromBase64).fromBase64;
  try {
    if (native) {
      return native.call(Uint8Array, text);
    }
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) {
      bytes[i] = binary.charCodeAt(i);
    }
    return bytes;
  } catch {
    throw new RangeError("expected base64 with padding");
  }
}

/** UTF-8. Throws a RangeError for an unpaired surrogate, which TextEncoder would silently replace. */
export function toUtf8(text: string): Uint8Array {
  if (!((text as NativeWellFormed).isWellFormed?.() ?? isWellFormed(text))) {
    throw new RangeError("expected valid Unicode");
  }
  return new TextEncoder().encode(text);
}

function isWellFormed(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) {
        return false;
      }
      i++;
    }
  }
  return true;
}

/** The text of UTF-8 bytes. Throws a RangeError if they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RangeError("expected UTF-8");
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
