import { readFileSync } from "node:fs";
import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import {
  accessGrantId,
  accessGrantText,
  decodeActionCall,
  decodeActionExecution,
  decodeValue,
  encodeActionCall,
  encodeActionExecution,
  encodeValue,
  fromBase64,
  fromHex,
  loginText,
  open,
  passwordKey,
  sealWith,
  signCredential,
  toBase64,
  toHex,
  toUtf8,
  transactionBytes,
  transactionHash,
  transactionText,
  writeGrantText,
} from "../src/index.js";
import { Writer } from "../src/writer.js";

type Json = Record<string, unknown>;
type Row = { name: string; topic: string; inputs: Json; expected: Json };

const rows = JSON.parse(
  readFileSync(new URL("../../../../vectors/kwil.json", import.meta.url), "utf8"),
) as Row[];
const ofTopic = (topic: string) => rows.filter((row) => row.topic === topic);
const text = (value: unknown): string => {
  if (typeof value !== "string") {
    throw new TypeError(`expected a text, found ${JSON.stringify(value)}`);
  }
  return value;
};

describe("kwil.json", () => {
  const lengths = ofTopic("primitive").filter((row) => row.inputs["length"] !== undefined);
  it.each(lengths.map((row) => [row.name, row] as const))("%s", (name, row) => {
    const length = Number(row.inputs["length"]);
    const bytes = name.includes("compact_string")
      ? new Writer().compactText("x".repeat(length)).toBytes()
      : new Writer().compactBytes(length < 0 ? null : new Uint8Array(length)).toBytes();
    const prefix = text(row.expected["prefix_hex"]);
    expect(toHex(bytes.subarray(0, prefix.length / 2))).toBe(prefix);
  });

  const values = ofTopic("encoded_value").filter((row) => row.expected["encoded_value_hex"]);
  it.each(values.map((row) => [row.name, row] as const))("%s", (_name, row) => {
    const hex = text(row.expected["encoded_value_hex"]);
    expect(toHex(encodeValue(decodeValue(fromHex(hex))))).toBe(hex);
  });

  const payloads = ofTopic("payload").filter((row) => /execut|action_|call_/.test(row.name));
  it.each(payloads.map((row) => [row.name, row] as const))("%s", (name, row) => {
    const hex = text(row.expected["hex"]);
    const again = /call/.test(name)
      ? encodeActionCall(decodeActionCall(fromHex(hex)))
      : encodeActionExecution(decodeActionExecution(fromHex(hex)));
    expect(toHex(again)).toBe(hex);
  });

  const transactions = ofTopic("transaction").filter((row) => row.expected["concat_message"]);
  it.each(transactions.map((row) => [row.name, row] as const))("%s", (_name, row) => {
    const inputs = row.inputs;
    const body = {
      description: text(inputs["desc"]),
      payload: fromHex(text(inputs["payload_hex"])),
      payloadType: text(inputs["payload_type"]),
      fee: BigInt(String(inputs["fee"] ?? 0)),
      nonce: BigInt(String(inputs["nonce"])),
      chainId: text(inputs["chain_id"]),
    };
    expect(transactionText(body)).toBe(row.expected["concat_message"]);
    const transaction = {
      body,
      serialization: "concat",
      authType: text(inputs["auth_type"]),
      signature: fromHex(text(row.expected["signature_hex"])),
      sender: fromHex(text(inputs["sender"])),
    };
    expect(toHex(transactionBytes(transaction))).toBe(row.expected["tx_bytes_hex"]);
    expect(transactionHash(transaction)).toBe(row.expected["tx_hash"]);
  });

  const logins = ofTopic("gateway");
  it.each(logins.map((row) => [row.name, row] as const))("%s", (_name, row) => {
    const offered = row.inputs["authn_param_result"] as Record<string, string>;
    const made = loginText({
      domain: offered["domain"] ?? "",
      statement: offered["statement"] ?? "",
      uri: offered["uri"] ?? "",
      chainId: offered["chain_id"] ?? "",
      nonce: offered["nonce"] ?? "",
      issueAt: offered["issue_at"] ?? "",
      expirationTime: offered["expiration_time"] ?? "",
    });
    expect(made).toBe(row.expected["message"]);
  });
});

describe("papers.json", () => {
  const papers = JSON.parse(
    readFileSync(new URL("../../../../vectors/papers.json", import.meta.url), "utf8"),
  ) as { name: string; kind: string; inputs: Json; text: string }[];
  it.each(papers.map((paper) => [paper.name, paper] as const))("%s", (_name, paper) => {
    const given = (name: string) => String(paper.inputs[name]);
    const rebuilt =
      paper.kind === "write_grant"
        ? writeGrantText(
            {
              owner: given("owner"),
              consumer: given("consumer"),
              issuerPublicKey: given("issuer_public_key"),
              id: given("id"),
              accessGrantTimelock: given("access_grant_timelock"),
              notUsableBefore: given("not_usable_before"),
              notUsableAfter: given("not_usable_after"),
            },
            given("chain_id"),
          )
        : accessGrantText(
            {
              owner: given("owner"),
              grantee: given("grantee"),
              dataId: given("data_id"),
              lockedUntil: BigInt(given("locked_until")),
              contentHash: given("content_hash"),
            },
            given("chain_id"),
          );
    expect(rebuilt).toBe(paper.text);
  });
});

describe("keys and envelopes", () => {
  const user = "9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a11";
  it.each([
    ["correct horse battery staple", user, 0.1, "8iTwhZxrtQGKVV5OMthD5DxFc8c6B8h9MnU2Sh6JTTM="],
    ["fianc\u00e92", user, 0.1, "PNEQ9YAvjnlM+pr47v6M2dQmbE0sezYsg7HX4pslIoA="],
    ["\ufb01anc\u0065\u0301\u00b2", user, 0.1, "PNEQ9YAvjnlM+pr47v6M2dQmbE0sezYsg7HX4pslIoA="],
    [
      "correct horse battery staple",
      user.toUpperCase(),
      0.1,
      "2pybKMBscUQ5/62mI3tLeoMObQCCWLczAhWOvgVu9ww=",
    ],
    ["correct horse battery staple", user, 0, "t4r+HS3nWSyr2ffY2EJtZOBWooGmo2cOV1WFqxibfno="],
  ] as const)("%s with %s, version %s", (password, salt, version, expected) => {
    expect(toBase64(passwordKey(password, salt, version))).toBe(expected);
  });

  it("refuses a user id that is not a version 4 UUID", () => {
    expect(() => passwordKey("p", "9f51b3b2-4cbe-1c2b-8ea3-0b0c1b2f1a11")).toThrow(RangeError);
  });

  it("seals and opens as the vector does", () => {
    const recipient = fromBase64("8iTwhZxrtQGKVV5OMthD5DxFc8c6B8h9MnU2Sh6JTTM=");
    const sealed = sealWith(
      toUtf8('{"hello":"world"}'),
      fromBase64("Y+kNWSnoYhlBrsDQ/01FTfoHQ5CeXyjDEHbQmNDGOjw="),
      new Uint8Array(32).fill(0x11),
      Uint8Array.from({ length: 24 }, (_, i) => i),
    );
    expect(toBase64(sealed.content)).toBe(
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXtkITyik0Z4qTVF5JuINVbtS8+/eBr1mvV4jxH3J+Ckv0",
    );
    expect(toBase64(sealed.encryptorPublicKey)).toBe(
      "e06Qm75//kTEZaIgA31gjuNYl9Me+XLwf3SJLLD3PxM=",
    );
    expect(open(sealed.content, sealed.encryptorPublicKey, recipient)).toEqual(
      toUtf8('{"hello":"world"}'),
    );
    const changed = Uint8Array.from(sealed.content);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(open(changed, sealed.encryptorPublicKey, recipient)).toBeNull();
  });

  it("signs notes and content as the vector does", () => {
    const notes =
      '{"id":"7d0c7d0e-58b0-4a2f-9d0e-3b0f0f0a0b0c","type":"human","level":"plus+liveness","status":"approved","issuer":"MyIssuer"}';
    const content = fromBase64(
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXtkITyik0Z4qTVF5JuINVbtS8+/eBr1mvV4jxH3J+Ckv0",
    );
    const signed = signCredential(notes, content, new Uint8Array(32).fill(0x22));
    expect(signed.issuerPublicKey).toBe(
      "a09aa5f47a6759802ff955f8dc2d2a14a5c99d23be97f864127ff9383455a4f0",
    );
    expect(toBase64(signed.publicNotesSignature)).toBe(
      "ev2A4O6DSOyamjHRu1csUHmiQVUbyJY7tvxu3yJ7B8yvAzFyksgdFX7Zjtftx0F8YvTj8g3CvrXQDcq8WqxcAw==",
    );
    expect(toBase64(signed.broaderSignature)).toBe(
      "CGY3xng0nvm7Mh25MgtsY9hcv5cQl3VAC+/Ac9znEgGwMCExHLUsPsdsMBGKPpUdOXUhiWn5aryU05ijaOyADQ==",
    );
    expect(
      ed25519.verify(signed.publicNotesSignature, toUtf8(notes), fromHex(signed.issuerPublicKey)),
    ).toBe(true);
  });

  it.each([
    ["0x5ccbe82FEDE13aecdA449eCA4D4dE05E45861684", 0n, "df8cc8b8-4c82-5b9a-9b72-87c03895ae56"],
    [
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      1767225600n,
      "6b126c4b-e076-52af-ab0a-2607832eff70",
    ],
  ])("derives the grant id of %s", (grantee, lockedUntil, expected) => {
    expect(accessGrantId(grantee, "11111111-2222-4333-8444-555555555555", lockedUntil)).toBe(
      expected,
    );
  });
});
