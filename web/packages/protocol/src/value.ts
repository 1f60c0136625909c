import { equalBytes, fromBase64, fromHex, toBase64, toHex, toUtf8 } from "./bytes.js";
import { MalformedError, Reader, utf8Text } from "./reader.js";
import { Writer } from "./writer.js";

/** A declared type as it travels; the name and both numbers are kept as received. */
export type DataType = {
  readonly name: string;
  readonly isArray: boolean;
  readonly precision: number;
  readonly scale: number;
};

/**
 * An argument as it travels: its type, and one item a value. An item is null or the bytes behind
 * its presence mark. Re-encoding gives the bytes that were read.
 */
export type EncodedValue = {
  readonly type: DataType;
  readonly items: readonly (Uint8Array | null)[];
};

const type = (name: string, isArray = false, precision = 0, scale = 0): DataType => ({
  name,
  isArray,
  precision,
  scale,
});
const scalar = (name: string, item: Uint8Array): EncodedValue => ({
  type: type(name),
  items: [item],
});

export const textValue = (value: string): EncodedValue => scalar("text", toUtf8(value));
export const uuidValue = (value: string): EncodedValue => scalar("uuid", uuidBytes(value));
export const boolValue = (value: boolean): EncodedValue =>
  scalar("bool", Uint8Array.of(value ? 1 : 0));
export const byteaValue = (value: Uint8Array): EncodedValue => scalar("bytea", value);
export const nullValue = (): EncodedValue => ({ type: type("null"), items: [] });

export function int8Value(value: bigint): EncodedValue {
  return scalar("int8", int8Bytes(value));
}

/** A decimal text with its declared precision and scale. */
export function numericValue(value: string, precision: number, scale: number): EncodedValue {
  return { type: type("numeric", false, precision, scale), items: [toUtf8(value)] };
}

export function arrayValue(name: string, items: readonly (Uint8Array | null)[]): EncodedValue {
  return { type: type(name, true), items };
}

export function int8Bytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value, false);
  return bytes;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function uuidBytes(text: string): Uint8Array {
  if (!UUID.test(text)) {
    throw new RangeError("expected a UUID");
  }
  return fromHex(text.replaceAll("-", ""));
}

export function uuidText(bytes: Uint8Array): string {
  const hex = toHex(bytes);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

export function encodeDataType(value: DataType): Uint8Array {
  const name = toUtf8(value.name);
  return new Writer()
    .u16BigEndian(0)
    .u32BigEndian(name.length)
    .raw(name)
    .u8(value.isArray ? 1 : 0)
    .u16BigEndian(value.precision)
    .u16BigEndian(value.scale)
    .toBytes();
}

export function encodeValue(value: EncodedValue): Uint8Array {
  return writeValue(new Writer(), value).toBytes();
}

export function writeValue(writer: Writer, value: EncodedValue): Writer {
  writer.u16(0).bytes(encodeDataType(value.type)).u16(value.items.length);
  for (const item of value.items) {
    writer.bytes(new Writer().u8(item === null ? 0 : 1).raw(item ?? new Uint8Array()));
  }
  return writer;
}

export function decodeValue(bytes: Uint8Array): EncodedValue {
  const reader = new Reader(bytes);
  version(reader.u16());
  const declared = decodeDataType(reader.presentBytes());
  const items: (Uint8Array | null)[] = [];
  for (let count = reader.u16(); count > 0; count--) {
    items.push(decodeItem(reader.presentBytes()));
  }
  reader.end();
  const value = { type: declared, items };
  for (const item of items) {
    if (item !== null) {
      checkItem(declared.name, item);
    }
  }
  return value;
}

export function decodeDataType(bytes: Uint8Array): DataType {
  const reader = new Reader(bytes);
  version(reader.u16BigEndian());
  const name = utf8Text(reader.raw(reader.u32BigEndian()));
  const isArray = reader.u8();
  if (isArray > 1) {
    throw new MalformedError("expected 0 or 1 for an array mark");
  }
  const decoded = type(name, isArray === 1, reader.u16BigEndian(), reader.u16BigEndian());
  reader.end();
  return decoded;
}

function decodeItem(bytes: Uint8Array): Uint8Array | null {
  const mark = bytes[0];
  if (mark === 0 && bytes.length === 1) {
    return null;
  }
  if (mark !== 1) {
    throw new MalformedError("expected a value behind its presence mark");
  }
  return bytes.subarray(1);
}

const LENGTHS: Readonly<Record<string, number>> = { int8: 8, uuid: 16, bool: 1 };

function checkItem(name: string, item: Uint8Array): void {
  const expected = LENGTHS[canonicalName(name)];
  if (expected !== undefined && item.length !== expected) {
    throw new MalformedError(`expected ${expected} bytes for ${name}, found ${item.length}`);
  }
  if (canonicalName(name) === "text" || canonicalName(name) === "numeric") {
    utf8Text(item);
  }
}

const ALIASES: Readonly<Record<string, string>> = {
  string: "text",
  int: "int8",
  integer: "int8",
  bigint: "int8",
  boolean: "bool",
  blob: "bytea",
  decimal: "numeric",
};

export function canonicalName(name: string): string {
  return ALIASES[name] ?? name;
}

function version(found: number): void {
  if (found !== 0) {
    throw new MalformedError(`unsupported version ${found}`);
  }
}

/** The JSON form, used where a value travels outside a binary payload. */
export function valueToJson(value: EncodedValue): unknown {
  const { name, isArray, precision, scale } = value.type;
  const items = value.items.map((item) =>
    toBase64(
      new Writer()
        .u8(item === null ? 0 : 1)
        .raw(item ?? new Uint8Array())
        .toBytes(),
    ),
  );
  return {
    type: { name, is_array: isArray, metadata: [precision, scale] },
    data: items.length === 0 ? null : items,
  };
}

/** Reads an item of the JSON form. */
export function itemFromJson(item: string): Uint8Array | null {
  return decodeItem(fromBase64(item));
}

export function equalValues(a: EncodedValue, b: EncodedValue): boolean {
  return equalBytes(encodeValue(a), encodeValue(b));
}
