import { randomBytes, randomUUID } from "node:crypto";
import { configure, keyStatementText, type Signer } from "@idos/client";
import { toBase64 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import type { TestIssuer } from "./issuer.js";
import type { TestNode } from "./node.js";

const DAY_MS = 86_400_000;

/** A wallet with a profile and many credentials, all written to the node by the issuer. */
export async function crowd(node: TestNode, issuer: TestIssuer, signer: Signer, count: number) {
  const id = randomUUID();
  const encryptionKey = toBase64(x25519.getPublicKey(new Uint8Array(randomBytes(32))));
  const { walletType, address, publicKey } = signer;
  const { chainId } = await configure({ nodeUrls: [node.url] }).connect();
  const statement = {
    subject: `profile ${id}`,
    encryptionKey,
    walletType,
    address,
    publicKey,
    network: chainId,
  };
  const signature = await signer.proof(keyStatementText(statement));
  await issuer.createProfile({ id, key: { ...statement, signature }, passwordStore: "user" });
  const expirationDate = new Date(Date.now() + 900 * DAY_MS).toISOString();
  for (let number = 1; number <= count; number++) {
    const title = `Receipt ${String(number).padStart(4, "0")}`;
    const notes = { type: "receipt", title, status: "approved", issuer: "Acme KYC" };
    const content = { credentialSubject: { number } };
    await issuer.issue(id, encryptionKey, { ...notes, expirationDate }, content);
  }
}
