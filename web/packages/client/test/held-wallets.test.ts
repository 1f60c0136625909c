import { fromHex, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { heldEd25519, heldEvm, heldNear, heldStellar } from "../src/index.js";
import {
  evmAddress,
  nearKey,
  nearKeyBytes,
  stellarAddress,
  stellarKeyBytes,
  xrplAddress,
} from "../src/wallets/identifiers.js";
import { eip191Digest, nep413Payload, sep53Digest, sha512Half } from "../src/wallets/schemes.js";
import { vectors } from "./vectors.js";

const Rows = v.array(
  v.object({
    name: v.string(),
    inputs: v.record(v.string(), v.unknown()),
    expected: v.record(v.string(), v.unknown()),
  }),
);
const rows = vectors("kwil.json", Rows);

function row(name: string) {
  const found = rows.find((each) => each.name === name);
  if (!found) {
    throw new Error(`no vector ${name}`);
  }
  const text = (value: unknown) => v.parse(v.string(), value);
  return {
    input: (key: string) => text(found.inputs[key]),
    expected: (key: string) => text(found.expected[key]),
  };
}

describe("wallets with a key of their own", () => {
  it("evm_signs_logins_and_proofs_like_ethers", async () => {
    const login = row("auth.secp256k1_ep");
    const wallet = heldEvm(fromHex(login.input("private_key").slice(2)));
    const message = toUtf8(login.input("message"));
    expect(toHex(eip191Digest(message))).toBe(login.expected("keccak256_hash"));
    expect(toHex(await wallet.sign(message))).toBe(login.expected("signature_hex"));
    expect(toHex(wallet.sender)).toBe(login.expected("sender"));
    expect(wallet.identifier).toBe(login.expected("caller"));
    const proof = row("proof.evm");
    expect(await wallet.proof(proof.input("message"))).toBe(proof.expected("signature"));
  });

  it("near_builds_the_payload_of_nep413", () => {
    const login = row("auth.nep413");
    const message = toUtf8(login.input("message"));
    const payload = nep413Payload(message, fromHex(login.input("nonce")), login.input("recipient"));
    expect(toHex(payload)).toBe(login.expected("borsh_payload_hex"));
  });

  it("near_puts_a_signature_behind_its_payload", async () => {
    const seed = fromHex(row("auth.ed25519").input("seed"));
    const wallet = heldNear(seed, "alice.near");
    const container = fromHex(await wallet.proof("hello"));
    const length = (container[0] ?? 0) * 256 + (container[1] ?? 0);
    expect(container.length).toBe(2 + length + 64);
    expect(wallet.identifier).toBe(row("proof.near_proof").input("public_key"));
    expect(nearKey(nearKeyBytes(wallet.identifier))).toBe(wallet.identifier);
  });

  it("xrpl_knows_its_address_and_half_hash", () => {
    const login = row("auth.xrpl_secp256k1");
    expect(xrplAddress(fromHex(login.expected("sender")))).toBe(login.expected("caller"));
    expect(toHex(sha512Half(toUtf8(login.input("message"))))).toBe(login.expected("sha512half"));
    const ed = row("auth.xrpl_ed25519");
    expect(xrplAddress(fromHex(ed.expected("sender")))).toBe(ed.expected("caller"));
  });

  it("stellar_signs_raw_and_by_sep53", async () => {
    const login = row("auth.sep53");
    const seed = fromHex(login.input("seed"));
    const wallet = heldStellar(seed, "sep53");
    const message = toUtf8(login.input("message"));
    expect(toHex(sep53Digest(message))).toBe(login.expected("prefixed_sha256"));
    expect(toHex(await wallet.sign(message))).toBe(login.expected("signature_hex"));
    expect(toHex(wallet.sender)).toBe(login.expected("sender"));
    expect(wallet.address).toBe(login.expected("caller"));
    const raw = row("proof.stellar_raw");
    const rawWallet = heldStellar(seed, "ed25519");
    expect(await rawWallet.proof(raw.input("message"))).toBe(raw.expected("signature"));
  });

  it("facesign_signs_the_message_itself", async () => {
    const proof = row("proof.facesign");
    const wallet = heldEd25519(fromHex(proof.input("seed")));
    expect(wallet.identifier).toBe(proof.input("public_key"));
    expect(await wallet.proof(proof.input("message"))).toBe(proof.expected("signature"));
  });
});

describe("identifiers", () => {
  it("evm_addresses_have_the_letter_case_of_eip55", () => {
    const { input, expected } = row("auth.eip55");
    expect(evmAddress(fromHex(input("address_hex")))).toBe(expected("caller"));
  });

  it("stellar_addresses_are_read_back_and_typing_mistakes_refused", () => {
    const key = ed25519.getPublicKey(new Uint8Array(32).fill(0x55));
    const address = stellarAddress(key);
    expect(stellarKeyBytes(address)).toEqual(key);
    const mistyped = address.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect(() => stellarKeyBytes(mistyped)).toThrow(RangeError);
  });
});
