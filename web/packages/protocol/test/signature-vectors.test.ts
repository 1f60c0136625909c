import { readFileSync } from "node:fs";
import { ed25519 } from "@noble/curves/ed25519.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { describe, expect, it } from "vitest";
import {
  type CredentialSignatures,
  credentialSignaturesHold,
  fromBase64,
  fromHex,
  signCredential,
} from "../src/index.js";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/${name}`, import.meta.url), "utf8"));

type Row = {
  name: string;
  topic: string;
  inputs: Record<string, string>;
  expected: {
    clause: string;
    valid?: boolean;
    public_key?: string;
    equation_with_cofactor?: boolean;
  };
};

const rows = read("signatures.json") as Row[];
const ofTopic = (topic: string) => rows.filter((row) => row.topic === topic);
const named = (some: readonly Row[]) => some.map((row) => [row.name, row] as const);
const bytes = (row: Row, name: string) => fromHex(row.inputs[name] ?? "");

/** Whether a library accepts; one that throws does not. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

// Which of these a node accepts is the node's rule alone (room crypto). The web signs, and checks
// with the libraries: they must follow a node wherever it accepts, and never accept a false equation.
describe("signatures.json", () => {
  it("has rows of every topic, and none of another", () => {
    const topics = ["ed25519", "secp256k1_recover", "strict_der"];
    expect([...new Set(rows.map(({ topic }) => topic))].sort()).toEqual(topics);
    expect(ofTopic("ed25519").some(({ expected }) => expected.valid)).toBe(true);
    expect(ofTopic("strict_der").some(({ expected }) => expected.valid)).toBe(true);
    expect(ofTopic("secp256k1_recover").some(({ expected }) => expected.public_key)).toBe(true);
  });

  const binding = ofTopic("ed25519").filter(
    ({ expected }) => expected.valid || !expected.equation_with_cofactor,
  );
  it.each(named(binding))("ed25519 %s", (_name, row) => {
    const accepted = holds(() =>
      ed25519.verify(bytes(row, "signature"), bytes(row, "message"), bytes(row, "public_key")),
    );
    expect(accepted).toBe(row.expected.valid);
  });

  const recoverable = ofTopic("secp256k1_recover").filter(({ expected }) => expected.public_key);
  it.each(named(recoverable))("secp256k1_recover %s", (_name, row) => {
    const signature = bytes(row, "signature");
    const recovered = Uint8Array.of((signature[64] ?? 0) % 27, ...signature.subarray(0, 64));
    const key = secp256k1.recoverPublicKey(recovered, bytes(row, "digest"), { prehash: false });
    expect(secp256k1.Point.fromBytes(key).toHex(false)).toBe(row.expected.public_key);
  });

  it.each(named(ofTopic("strict_der")))("strict_der %s", (_name, row) => {
    const options = { prehash: false, format: "der", lowS: true } as const;
    const accepted = holds(() =>
      secp256k1.verify(bytes(row, "der"), bytes(row, "digest"), bytes(row, "public_key"), options),
    );
    expect(accepted).toBe(row.expected.valid);
  });
});

type Stored = {
  seed: string;
  issuerKey: string;
  notes: string;
  content: string;
  notesSignature: string;
  broaderSignature: string;
};

// The proofs inside a credential are made and checked in Java only. Its levels are run by the
// client's tests; its files (Ascii85) are read by the dashboard.
describe("credentials.json", () => {
  const { rows: stored } = read("credentials.json") as { rows: Stored[] };

  it("has rows", () => {
    expect(stored.length).toBeGreaterThan(0);
  });

  it.each(stored)("the row with the notes '$notes' is signed and checked", (row) => {
    const content = fromBase64(row.content);
    const expected: CredentialSignatures = {
      issuerPublicKey: row.issuerKey,
      publicNotesSignature: fromBase64(row.notesSignature),
      broaderSignature: fromBase64(row.broaderSignature),
    };
    expect(signCredential(row.notes, content, fromHex(row.seed))).toEqual(expected);
    const key = fromHex(row.issuerKey);
    expect(credentialSignaturesHold(row.notes, content, expected, key)).toBe(true);
    expect(credentialSignaturesHold(`${row.notes} `, content, expected, key)).toBe(false);
    expect(credentialSignaturesHold(row.notes, content.slice(1), expected, key)).toBe(false);
  });
});
