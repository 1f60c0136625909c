// The wallets of people, made with the libraries their owners really use. Every wallet signs
// messages (transactions and logins) and proves itself by a text signature.
import * as stellar from "@stellar/stellar-sdk";
import { serialize } from "borsh";
import { createHash, randomBytes } from "node:crypto";
import { Wallet, getBytes, hexlify, verifyMessage } from "ethers";
import { KeyPair, KeyPairSigner, PublicKey, keyToImplicitAddress } from "near-api-js";
import * as ripple from "ripple-keypairs";
import nacl from "tweetnacl";

export const KINDS = ["evm", "near_named", "near_implicit", "xrpl_ed25519", "xrpl_secp256k1", "stellar_raw", "stellar_sep53", "ed25519"];

const utf8 = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const hex = (bytes) => Buffer.from(bytes).toString("hex");
const HEX = (bytes) => hex(bytes).toUpperCase();
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const CONTAINER = { struct: { tag: "u32", message: "string", nonce: { array: { type: "u8", len: 32 } }, recipient: "string", callbackUrl: { option: "string" } } };

/** SEP-53: the hash that a Stellar wallet signs for a message. */
export const sep53Hash = (message) => sha256(Buffer.from("Stellar Signed Message:\n"), message);

function nearContainer(message, nonce, recipient, signature) {
  const payload = Buffer.from(serialize(CONTAINER, { tag: 2147484061, message, nonce: [...nonce], recipient, callbackUrl: null }));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(payload.length);
  return Buffer.concat([length, payload, signature]);
}

/** A wallet of a kind from a 32-byte seed: {kind, walletType, authType, identifier, address, publicKey, sign, proof}. */
export function wallet(kind, seed = randomBytes(32)) {
  const pair = nacl.sign.keyPair.fromSeed(Uint8Array.from(seed));
  switch (kind) {
    case "evm": {
      const account = new Wallet(hexlify(seed));
      return { kind, walletType: "EVM", authType: "secp256k1_ep", identifier: getBytes(account.address), address: account.address, publicKey: null, sign: async (m) => getBytes(await account.signMessage(m)), proof: (text) => account.signMessage(text), ethers: account };
    }
    case "near_named":
    case "near_implicit": {
      const key = KeyPair.fromString(`ed25519:${base58(pair.secretKey)}`);
      const signer = new KeyPairSigner(key);
      const publicKey = key.getPublicKey().toString();
      const address = kind === "near_named" ? `person-${hex(pair.publicKey).slice(0, 8)}.near` : keyToImplicitAddress(publicKey);
      const sign = async (m) => {
        const nonce = randomBytes(32);
        const recipient = "idos.network";
        const { signature } = await signer.signNep413Message(address, { message: utf8(m), nonce: Uint8Array.from(nonce), recipient });
        return nearContainer(utf8(m), nonce, recipient, signature);
      };
      return { kind, walletType: "NEAR", authType: "nep413", identifier: pair.publicKey, address, publicKey, sign, proof: async (text) => HEX(await sign(Buffer.from(text))) };
    }
    case "xrpl_ed25519":
    case "xrpl_secp256k1": {
      const algorithm = kind === "xrpl_ed25519" ? "ed25519" : "ecdsa-secp256k1";
      const keys = ripple.deriveKeypair(ripple.generateSeed({ entropy: Uint8Array.from(seed).slice(0, 16), algorithm }));
      const sign = async (m) => Buffer.from(ripple.sign(HEX(m), keys.privateKey), "hex");
      return { kind, walletType: "XRPL", authType: "xrpl", identifier: Buffer.from(keys.publicKey, "hex"), address: ripple.deriveAddress(keys.publicKey), publicKey: keys.publicKey, sign, proof: async (text) => HEX(await sign(Buffer.from(text))) };
    }
    case "stellar_raw":
    case "stellar_sep53": {
      const keys = stellar.Keypair.fromRawEd25519Seed(Buffer.from(seed));
      const raw = kind === "stellar_raw";
      const sign = async (m) => keys.sign(raw ? Buffer.from(m) : sep53Hash(m));
      return { kind, walletType: "Stellar", authType: raw ? "ed25519" : "sep53", identifier: raw ? keys.rawPublicKey() : Buffer.from(keys.publicKey()), address: keys.publicKey(), publicKey: hex(keys.rawPublicKey()), sign, proof: async (text) => hex(await sign(Buffer.from(text))) };
    }
    case "ed25519": {
      const sign = async (m) => nacl.sign.detached(Uint8Array.from(m), pair.secretKey);
      return { kind, walletType: "FaceSign", authType: "ed25519", identifier: pair.publicKey, address: hex(pair.publicKey), publicKey: hex(pair.publicKey), sign, proof: async (text) => hex(await sign(Buffer.from(text))) };
    }
    default:
      throw new Error(`unknown kind of wallet: ${kind}`);
  }
}

/** Does the library of this kind accept a message signature (the bytes a sender put on the wire)? */
export function verifies(kind, { identifier, address, publicKey }, message, signature) {
  switch (kind) {
    case "evm":
      return verifyMessage(message, hexlify(signature)).toLowerCase() === address.toLowerCase();
    case "near_named":
    case "near_implicit": {
      const length = signature.readUInt16BE(0);
      const payload = signature.subarray(2, 2 + length);
      const embedded = payload.subarray(8, 8 + payload.readUInt32LE(4));
      return embedded.equals(message) && PublicKey.fromString(publicKey).verify(sha256(payload), Uint8Array.from(signature.subarray(2 + length)));
    }
    case "xrpl_ed25519":
    case "xrpl_secp256k1":
      return ripple.verify(HEX(message), HEX(signature), publicKey) && ripple.deriveAddress(publicKey) === address;
    case "stellar_raw":
      return stellar.Keypair.fromPublicKey(address).verify(message, signature);
    case "stellar_sep53":
      return stellar.Keypair.fromPublicKey(address).verify(sep53Hash(message), signature);
    default:
      return nacl.sign.detached.verify(Uint8Array.from(message), Uint8Array.from(signature), Uint8Array.from(identifier));
  }
}

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
function base58(bytes) {
  let number = BigInt(`0x${hex(bytes)}`);
  let text = "";
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  return "1".repeat(bytes.findIndex((b) => b !== 0)) + text;
}
