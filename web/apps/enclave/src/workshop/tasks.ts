import { EnclaveError, type Filters, passes } from "@idos/enclave";
import {
  credentialSignaturesHold,
  fromBase64,
  fromHex,
  open,
  seal,
  signCredential,
  toBase64,
  toHex,
  toUtf8,
} from "@idos/protocol";
import { sha256 } from "@noble/hashes/sha2.js";
import { randomBytes } from "@noble/hashes/utils.js";
import { jsonOf, summaryOf } from "../rules/summary.js";
import type { Done, Given, OrderName } from "./orders.js";

/** Tells how many of the steps of one order are done. */
export type Report = (done: number, total: number) => void;

type Tasks = { readonly [O in OrderName]: (given: Given<O>, report: Report) => Done<O> };

/** What the worker does, one function for each order. Nothing in here waits or remembers. */
export const TASKS: Tasks = {
  open: ({ content, sender, secret }, report) => {
    const plaintext = opened(content, sender, secret);
    report(1, 3);
    const fingerprint = toHex(sha256(content)).slice(0, 32);
    report(2, 3);
    return { plaintext, fingerprint, summary: summaryOf(plaintext) };
  },
  inspect: ({ credential, secret }, report) => {
    const content = decoded(credential.content);
    const plaintext = opened(content, decoded(credential.encryptor_public_key), secret);
    report(1, 3);
    const issuerSigned = isSignedByIssuer(credential, content);
    report(2, 3);
    return { plaintext, issuerSigned, summary: summaryOf(plaintext) };
  },
  seal: ({ plaintext, receiver }) => sealed(plaintext, receiver),
  copy: ({ plaintext, receiver }, report) => {
    const copy = sealed(plaintext, decoded(receiver));
    report(1, 3);
    const contentHash = toHex(sha256(plaintext));
    report(2, 3);
    const signed = signCredential("", copy.content, randomBytes(32));
    return {
      content: toBase64(copy.content),
      contentHash,
      encryptorPublicKey: toBase64(copy.encryptorPublicKey),
      issuerAuthPublicKey: signed.issuerPublicKey,
      publicNotesSignature: toBase64(signed.publicNotesSignature),
      broaderSignature: toBase64(signed.broaderSignature),
    };
  },
  question: ({ rows, filters }) => questionOf(rows, filters),
  filter: ({ rows, filters, secret }, report) =>
    rows.map((row, i) => {
      const holds = isMet(row, filters, secret);
      report(i + 1, rows.length);
      return holds;
    }),
};

function opened(content: Uint8Array, sender: Uint8Array, secret: Uint8Array): Uint8Array {
  const plaintext = open(content, sender, secret);
  if (!plaintext) {
    throw new EnclaveError("not-for-this-key");
  }
  return plaintext;
}

function sealed(message: Uint8Array, receiver: Uint8Array) {
  try {
    return seal(message, receiver);
  } catch {
    throw new EnclaveError("bad-request", "the receiver's key cannot be encrypted to");
  }
}

function decoded(base64: string): Uint8Array {
  try {
    return fromBase64(base64);
  } catch {
    throw new EnclaveError("bad-request");
  }
}

function isMet(
  row: Given<"filter">["rows"][number],
  filters: Filters,
  secret: Uint8Array,
): boolean {
  try {
    return passes(recordOf(row, secret), filters);
  } catch (error) {
    if (filters.unreadable === "drop" && error instanceof EnclaveError) {
      return false; // one content that nobody can read must not hide all others
    }
    throw error;
  }
}

function recordOf(row: Given<"filter">["rows"][number], secret: Uint8Array): unknown {
  const plaintext = opened(decoded(row.content), decoded(row.encryptor_public_key), secret);
  const record = jsonOf(plaintext);
  if (record === undefined) {
    throw new EnclaveError(
      "not-json",
      `Credential ${row.id} decrypted contents are not valid JSON`,
    );
  }
  return record;
}

/** The same question about the same contents has the same text, however it is written. */
function questionOf(rows: Given<"question">["rows"], { pick, omit }: Filters): string {
  const sorted = (criteria: Filters["pick"]) =>
    Object.entries(criteria)
      .map(([path, values]) => [path, values.map((value) => `${typeof value} ${value}`).sort()])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const contents = rows.map(({ content }) => toHex(sha256(toUtf8(content)))).sort();
  return toHex(sha256(toUtf8(JSON.stringify([sorted(pick), sorted(omit), contents]))));
}

function isSignedByIssuer(
  credential: Given<"inspect">["credential"],
  content: Uint8Array,
): boolean {
  const { public_notes_signature: notes, broader_signature: broader } = credential;
  if (notes === undefined || broader === undefined) {
    return false;
  }
  try {
    const issuerPublicKey = credential.issuer_auth_public_key;
    return credentialSignaturesHold(
      credential.public_notes,
      content,
      {
        issuerPublicKey,
        publicNotesSignature: fromBase64(notes),
        broaderSignature: fromBase64(broader),
      },
      fromHex(issuerPublicKey),
    );
  } catch {
    return false;
  }
}
