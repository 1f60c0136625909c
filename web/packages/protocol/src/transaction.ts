import { sha256 } from "@noble/hashes/sha2.js";
import { toHex, toUtf8 } from "./bytes.js";
import { Writer } from "./writer.js";

/** What a wallet signs for. */
export type TransactionBody = {
  readonly description: string;
  readonly payload: Uint8Array;
  readonly payloadType: string;
  /** Absent fees count as nothing at all in the binary form; JSON always carries a number. */
  readonly fee: bigint | null;
  readonly nonce: bigint;
  readonly chainId: string;
};

export type Transaction = {
  readonly body: TransactionBody;
  readonly serialization: string;
  readonly authType: string;
  readonly signature: Uint8Array;
  readonly sender: Uint8Array;
};

/** The first 20 bytes of SHA-256 of a payload, as lower-case hex: what signed texts name. */
export function payloadDigest(payload: Uint8Array): string {
  return toHex(sha256(payload).subarray(0, 20));
}

/**
 * The text a wallet shows and signs (serialization `concat`). Who has the digest of a large payload
 * already hands it over.
 */
export function transactionText(
  body: TransactionBody,
  digest: string = payloadDigest(body.payload),
): string {
  return [
    body.description,
    "",
    `PayloadType: ${body.payloadType}`,
    `PayloadDigest: ${digest}`,
    `Fee: ${body.fee ?? 0n}`,
    `Nonce: ${body.nonce}`,
    "",
    `Kwil Chain ID: ${body.chainId}`,
    "",
  ].join("\n");
}

function written(body: TransactionBody): Writer {
  return new Writer()
    .compactText(body.description)
    .compactBytes(body.payload)
    .compactText(body.payloadType)
    .bigint(body.fee)
    .u64(body.nonce)
    .compactText(body.chainId);
}

export function transactionBytes(transaction: Transaction): Uint8Array {
  const type = toUtf8(transaction.authType);
  const signature = new Writer()
    .varint(transaction.signature.length)
    .raw(transaction.signature)
    .varint(type.length)
    .raw(type);
  return new Writer()
    .u16(0)
    .compactBytes(signature)
    .compactBytes(written(transaction.body))
    .compactText(transaction.serialization)
    .compactBytes(transaction.sender)
    .toBytes();
}

/** 64 lower-case hex digits. */
export function transactionHash(transaction: Transaction): string {
  return toHex(sha256(transactionBytes(transaction)));
}
