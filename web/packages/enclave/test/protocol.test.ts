import { toBase64, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  consumerProofHolds,
  consumerProofText,
  isMethodName,
  METHODS,
  Options,
  Reply,
  signatureText,
} from "../src/index.js";

const KEY = toBase64(new Uint8Array(32).fill(7));

describe("the methods a page may ask", () => {
  it("are those of the existing protocol and requestShare", () => {
    expect(Object.keys(METHODS).sort()).toEqual([
      "addAddressMessageToSign",
      "addAddressToMpcSecret",
      "backupUserEncryptionProfile",
      "confirm",
      "decrypt",
      "encrypt",
      "ensureUserEncryptionProfile",
      "filterCredentials",
      "load",
      "reconfigure",
      "removeAddressFromMpcSecret",
      "removeAddressMessageToSign",
      "requestShare",
      "reset",
      "signTypedDataResponse",
    ]);
  });

  it("are not whatever an object inherits", () => {
    expect(isMethodName("load")).toBe(true);
    expect(isMethodName("toString")).toBe(false);
    expect(isMethodName("__proto__")).toBe(false);
  });

  it("e09 keep only the options they know", () => {
    const read = v.parse(Options, {
      userId: "u",
      mode: "new",
      container: "#idos",
      url: "https://enclave.example",
      allowedOrigins: ["https://evil.example"],
    });
    expect(read).toEqual({ userId: "u", mode: "new" });
  });

  it("e09 refuse an option of another type", () => {
    expect(v.safeParse(Options, { userId: 7 }).success).toBe(false);
    expect(v.safeParse(Options, { expectedUserEncryptionPublicKey: "short" }).success).toBe(false);
  });

  it("take an error for an error only if it says something", () => {
    expect(v.parse(Reply, { error: "closed", code: "closed" })).toHaveProperty("error");
    expect(v.parse(Reply, { result: false })).toEqual({ result: false });
    expect(v.parse(Reply, { error: undefined, result: 1 })).not.toHaveProperty("error");
  });
});

describe("e11 a wallet's signature", () => {
  it("stays as the wallet wrote it, without a 0x it did not have", () => {
    expect(signatureText("DEADBEEF")).toBe("DEADBEEF");
    expect(signatureText("0xdeadbeef")).toBe("0xdeadbeef");
  });

  it("is found in the objects wallets answer with", () => {
    expect(signatureText({ signedMessage: "ab" })).toBe("ab");
    expect(signatureText({ result: { signedMessage: "cd" } })).toBe("cd");
    expect(signatureText(new Uint8Array(64).fill(171))).toBe("AB".repeat(64));
  });

  it("is refused when it is none", () => {
    expect(() => signatureText({})).toThrow("not a signature");
    expect(() => signatureText(new Uint8Array(63))).toThrow("not a signature");
  });
});

describe("a company's proof of its encryption key", () => {
  const seed = new Uint8Array(32).fill(3);
  const identifier = toHex(ed25519.getPublicKey(seed));
  const proof = toBase64(ed25519.sign(toUtf8(consumerProofText(identifier, KEY)), seed));

  it("holds for the key it names", () => {
    expect(consumerProofHolds({ identifier, encryptionPublicKey: KEY, proof })).toBe(true);
  });

  it("does not hold for another key, another identity or without a signature", () => {
    const other = toBase64(new Uint8Array(32).fill(8));
    expect(consumerProofHolds({ identifier, encryptionPublicKey: other, proof })).toBe(false);
    expect(
      consumerProofHolds({ identifier: "00".repeat(32), encryptionPublicKey: KEY, proof }),
    ).toBe(false);
    expect(consumerProofHolds({ identifier, encryptionPublicKey: KEY })).toBe(false);
  });
});
