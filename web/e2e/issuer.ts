import { randomUUID } from "node:crypto";
import {
  configure,
  heldEd25519,
  keyStatementText,
  type ProfileRequest,
  Session,
} from "@idos/client";
import {
  fromBase64,
  nullValue,
  seal,
  signCredential,
  textValue,
  toBase64,
  toUtf8,
  uuidValue,
} from "@idos/protocol";
import type { TestNode } from "./node.js";

/** The demo issuer of the node's genesis, acting through the same client. */
export class TestIssuer {
  private constructor(
    private readonly session: Session,
    private readonly seed: Uint8Array,
  ) {}

  static async at(node: TestNode): Promise<TestIssuer> {
    const idle = await configure({ nodeUrls: [node.url] }).connect();
    const signer = heldEd25519(node.issuerSeed);
    return new TestIssuer(new Session(idle.nodes, idle.chainId, signer), node.issuerSeed);
  }

  /** Makes the profile that a page asked for. */
  async createProfile({ id, key, passwordStore }: ProfileRequest): Promise<void> {
    await this.session.execute(
      "Add a user",
      "add_user_as_inserter",
      uuidValue(id),
      textValue(key.encryptionKey),
      textValue(passwordStore),
    );
    await this.session.execute(
      "Add a wallet",
      "upsert_wallet_as_inserter",
      uuidValue(randomUUID()),
      uuidValue(id),
      textValue(key.address),
      key.publicKey === null ? nullValue() : textValue(key.publicKey),
      textValue(key.walletType),
      textValue(keyStatementText(key)),
      textValue(key.signature),
    );
  }

  /** Issues a credential to a profile. Returns its id. */
  async issue(
    userId: string,
    encryptionKey: string,
    notes: Readonly<Record<string, unknown>>,
    content: unknown,
  ): Promise<string> {
    const id = randomUUID();
    const publicNotes = JSON.stringify({ id, ...notes });
    const plaintext = typeof content === "string" ? content : JSON.stringify(content);
    const sealed = seal(toUtf8(plaintext), fromBase64(encryptionKey));
    const signed = signCredential(publicNotes, sealed.content, this.seed);
    await this.session.execute(
      "Add a credential",
      "upsert_credential_as_inserter",
      uuidValue(id),
      uuidValue(userId),
      textValue(signed.issuerPublicKey),
      textValue(toBase64(sealed.encryptorPublicKey)),
      textValue(toBase64(sealed.content)),
      textValue(publicNotes),
      textValue(toBase64(signed.publicNotesSignature)),
      textValue(toBase64(signed.broaderSignature)),
    );
    return id;
  }
}
