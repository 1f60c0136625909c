import { randomBytes, randomUUID } from "node:crypto";
import { configure, heldEd25519, type LoggedIn, type Signer } from "@idos/client";
import {
  int8Value,
  seal,
  signCredential,
  textValue,
  toBase64,
  toHex,
  toUtf8,
  uuidValue,
} from "@idos/protocol";
import { sha256 } from "@noble/hashes/sha2.js";
import type { TestNode } from "./node.js";

/** The person, acting elsewhere at the same time: on another device, through another app. */
export async function elsewhere(node: Pick<TestNode, "url">, signer: Signer): Promise<LoggedIn> {
  const idle = await configure({ nodeUrls: [node.url] }).connect();
  const me = await idle.withSigner(signer).logIn();
  if (!me) {
    throw new Error("no profile");
  }
  return me;
}

/** Shares a copy with a company whose key nobody has registered. Returns the company. */
export async function shareWithStranger(
  me: LoggedIn,
  originalId: string,
  lockedUntil: bigint,
): Promise<Signer> {
  const company = heldEd25519(randomBytes(32));
  await share(me, originalId, lockedUntil, company.identifier, randomX25519Key());
  return company;
}

/** Shares a copy with whoever has an identifier and a key. */
export async function share(
  { session }: LoggedIn,
  originalId: string,
  lockedUntil: bigint,
  grantee: string,
  key: Uint8Array,
): Promise<void> {
  const plaintext = toUtf8('{"credentialSubject":{"shared":"with you"}}');
  const sealed = seal(plaintext, key);
  const signed = signCredential("", sealed.content, randomBytes(32));
  await session.execute(
    "Share a credential with creating AG",
    "share_credential",
    uuidValue(randomUUID()),
    uuidValue(originalId),
    textValue(""),
    textValue(toBase64(signed.publicNotesSignature)),
    textValue(toBase64(signed.broaderSignature)),
    textValue(toBase64(sealed.content)),
    textValue(toHex(sha256(plaintext))),
    textValue(toBase64(sealed.encryptorPublicKey)),
    textValue(signed.issuerPublicKey),
    textValue(grantee),
    int8Value(lockedUntil),
  );
}

function randomX25519Key(): Uint8Array {
  const key = new Uint8Array(randomBytes(32));
  key[31] = (key[31] ?? 0) & 0x7f;
  return key;
}
