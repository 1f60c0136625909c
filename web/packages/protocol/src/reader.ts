import { fromUtf8 } from "./bytes.js";

/** The bytes are not what the wire says they should be. */
export class MalformedError extends Error {
  override readonly name = "MalformedError";
}

/** Reads the primitives of the wire, strictly: what was read is what would be written. */
export class Reader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly source: Uint8Array) {
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  }

  raw(length: number): Uint8Array {
    if (length > this.source.length - this.at) {
      throw new MalformedError(`expected ${length} more bytes`);
    }
    this.at += length;
    return this.source.subarray(this.at - length, this.at);
  }

  u8(): number {
    return this.view.getUint8(this.advance(1));
  }

  u16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  u16BigEndian(): number {
    return this.view.getUint16(this.advance(2), false);
  }

  u32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  u32BigEndian(): number {
    return this.view.getUint32(this.advance(4), false);
  }

  bytes(): Uint8Array | null {
    const length = this.u32();
    return length === 0xffffffff ? null : this.raw(length);
  }

  presentBytes(): Uint8Array {
    const bytes = this.bytes();
    if (bytes === null) {
      throw new MalformedError("expected bytes, found none");
    }
    return bytes;
  }

  text(): string {
    return utf8Text(this.presentBytes());
  }

  /** Nothing may follow. */
  end(): void {
    if (this.at !== this.source.length) {
      throw new MalformedError(
        `expected the end, found ${this.source.length - this.at} more bytes`,
      );
    }
  }

  private advance(length: number): number {
    this.raw(length);
    return this.at - length;
  }
}

export function utf8Text(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    throw new MalformedError("expected UTF-8");
  }
}
