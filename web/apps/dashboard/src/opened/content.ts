/** Turns an opened credential into rows that can be shown. Runs in a worker: contents are large. */

export type Row =
  | { readonly kind: "text"; readonly name: string; readonly value: string }
  | {
      readonly kind: "picture";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly type: string;
    }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array };

export type Read = { readonly rows: readonly Row[] } | { readonly problem: "not-json" };

/** Members that are machinery of the credential, not facts about the person. */
const MACHINERY = new Set(["@context", "proof", "type", "holder"]);
const MOST_ROWS = 500;

export function readContent(plaintext: Uint8Array): Read {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext));
  } catch {
    return { problem: "not-json" };
  }
  if (typeof document !== "object" || document === null) {
    return { problem: "not-json" };
  }
  const { credentialSubject = {}, ...outer } = document as Record<string, unknown>;
  const rows = [...rowsOf(credentialSubject, ""), ...rowsOf(outer, "")];
  return { rows: rows.slice(0, MOST_ROWS) };
}

function rowsOf(value: unknown, name: string): Row[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([key]) => name !== "" || !MACHINERY.has(key))
      .flatMap(([key, member]) => rowsOf(member, name === "" ? key : `${name}.${key}`));
  }
  if (typeof value === "string") {
    const bytes = value.startsWith("<~") || value.startsWith("data:") ? fileBytes(value) : null;
    if (bytes) {
      const type = pictureType(bytes);
      return [type ? { kind: "picture", name, bytes, type } : { kind: "file", name, bytes }];
    }
  }
  return value === null || value === undefined
    ? []
    : [{ kind: "text", name, value: String(value) }];
}

function fileBytes(value: string): Uint8Array | null {
  const base64 = /^data:[^,]*;base64,/.exec(value);
  if (base64) {
    try {
      return Uint8Array.from(atob(value.slice(base64[0].length)), (char) => char.charCodeAt(0));
    } catch {
      return null;
    }
  }
  return ascii85(value);
}

/** Ascii85 between `<~` and `~>`, or null when it is not. */
export function ascii85(text: string): Uint8Array | null {
  if (!text.startsWith("<~") || !text.endsWith("~>")) {
    return null;
  }
  const out = new Uint8Array(text.length * 4);
  let length = 0;
  let group = 0;
  let digits = 0;
  const flush = (bytes: number) => {
    for (let i = 0; i < bytes; i++) {
      out[length++] = Math.floor(group / 256 ** (3 - i)) % 256;
    }
    group = 0;
    digits = 0;
  };
  for (let at = 2; at < text.length - 2; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7a && digits === 0) {
      flush(4);
    } else if (code >= 0x21 && code <= 0x75) {
      group = group * 85 + (code - 0x21);
      if (++digits === 5) {
        if (group > 0xffffffff) {
          return null;
        }
        flush(4);
      }
    } else if (code > 0x20) {
      return null;
    }
  }
  if (digits === 1) {
    return null;
  }
  if (digits > 1) {
    const given = digits;
    while (digits < 5) {
      group = group * 85 + 84;
      digits++;
    }
    flush(given - 1);
  }
  return out.slice(0, length);
}

const PICTURES: readonly (readonly [string, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];

/** Only formats that cannot carry a script are shown as pictures. */
const pictureType = (bytes: Uint8Array) =>
  PICTURES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
