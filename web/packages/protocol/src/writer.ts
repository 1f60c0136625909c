import { concat, toUtf8 } from "./bytes.js";

/** Writes the primitives of the wire (`vectors/kwil.json`, topic primitive). Little-endian. */
export class Writer {
  private readonly parts: Uint8Array[] = [];
  private size = 0;

  /** How many bytes are written. */
  get length(): number {
    return this.size;
  }

  /** Bytes, or all that another writer wrote: large ones are then copied once, at the end. */
  raw(bytes: Uint8Array | Writer): this {
    this.size += bytes.length;
    this.parts.push(...(bytes instanceof Writer ? bytes.parts : [bytes]));
    return this;
  }

  u8(value: number): this {
    return this.raw(Uint8Array.of(value));
  }

  u16(value: number): this {
    return this.number(2, (view) => view.setUint16(0, value, true));
  }

  u16BigEndian(value: number): this {
    return this.number(2, (view) => view.setUint16(0, value, false));
  }

  u32(value: number): this {
    return this.number(4, (view) => view.setUint32(0, value, true));
  }

  u32BigEndian(value: number): this {
    return this.number(4, (view) => view.setUint32(0, value, false));
  }

  u64(value: bigint): this {
    return this.number(8, (view) => view.setBigUint64(0, value, true));
  }

  /** Bytes behind their length; absent bytes are the length ffffffff. */
  bytes(value: Uint8Array | Writer | null): this {
    return value === null ? this.u32(0xffffffff) : this.u32(value.length).raw(value);
  }

  text(value: string): this {
    return this.bytes(toUtf8(value));
  }

  /** Seven bits a byte, low group first. */
  varint(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.u8(rest);
  }

  /** Bytes behind a signed zig-zag length; absent bytes are the length -1. */
  compactBytes(value: Uint8Array | Writer | null): this {
    return value === null ? this.varint(1) : this.varint(2 * value.length).raw(value);
  }

  compactText(value: string): this {
    const utf8 = toUtf8(value);
    return this.varint(utf8.length).raw(utf8);
  }

  bigint(value: bigint | null): this {
    return value === null ? this.u8(0) : this.u8(1).compactText(value.toString());
  }

  toBytes(): Uint8Array {
    return concat(...this.parts);
  }

  private number(length: number, write: (view: DataView) => void): this {
    const bytes = new Uint8Array(length);
    write(new DataView(bytes.buffer));
    return this.raw(bytes);
  }
}
