import { randomUUID } from "node:crypto";
import {
  configure,
  heldEd25519,
  keyStatementText,
  type ProfileRequest,
  Session,
  type SignedWriteGrant,
} from "@idos/client";
import {
  fromBase64,
  nullValue,
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

/** The demo issuer of the node's genesis, acting through the same client. */
export class TestIssuer {
  private constructor(
    private readonly session: Session,
    private readonly seed: Uint8Array,
  ) {}

  static async at(node: Pick<TestNode, "url" | "issuerSeed">): Promise<TestIssuer> {
    const idle = await configure({ nodeUrls: [node.url] }).connect();
    const signer = heldEd25519(node.issuerSeed);
    return new TestIssuer(new Session(idle.nodes, idle.chainId, signer), node.issuerSeed);
  }

  /** The network it writes in. */
  get network(): string {
    return this.session.chainId;
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

  /** Writes a credential into a profile, signed by this issuer or another. Returns its id. */
  async issue(
    userId: string,
    encryptionKey: string,
    notes: Readonly<Record<string, unknown>>,
    content: unknown,
    signer: Uint8Array = this.seed,
  ): Promise<string> {
    const id = randomUUID();
    const publicNotes = JSON.stringify({ id, ...notes });
    const plaintext = typeof content === "string" ? content : JSON.stringify(content);
    const sealed = seal(toUtf8(plaintext), fromBase64(encryptionKey));
    const signed = signCredential(publicNotes, sealed.content, signer);
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

  /** Rewrites what a credential says in the open: so an issuer revokes. */
  async editNotes(id: string, notes: Readonly<Record<string, unknown>>): Promise<void> {
    await this.session.execute(
      "Edit public notes",
      "edit_public_notes_as_issuer",
      textValue(id),
      textValue(JSON.stringify({ id, ...notes })),
    );
  }

  get key(): string {
    return this.session.signer.identifier;
  }

  /** Writes a credential and its copy for a company, as the person's signed paper allows. */
  async issueByPaper(
    paper: SignedWriteGrant,
    companyKey: string,
    notes: Readonly<Record<string, unknown>>,
    content: unknown,
  ): Promise<string> {
    const [id, copyId] = [randomUUID(), randomUUID()];
    const publicNotes = JSON.stringify({ id, ...notes });
    const plaintext = toUtf8(JSON.stringify(content));
    const original = seal(plaintext, fromBase64(paper.ownerKey.encryptionKey));
    const copy = seal(plaintext, fromBase64(companyKey));
    const signed = signCredential(publicNotes, original.content, this.seed);
    const copySigned = signCredential("", copy.content, this.seed);
    await this.session.execute(
      "Create credentials by delegated write grant",
      "create_credentials_by_dwg",
      textValue(signed.issuerPublicKey),
      textValue(toBase64(original.encryptorPublicKey)),
      uuidValue(id),
      textValue(toBase64(original.content)),
      textValue(publicNotes),
      textValue(toBase64(signed.publicNotesSignature)),
      textValue(toBase64(signed.broaderSignature)),
      textValue(toBase64(copy.encryptorPublicKey)),
      uuidValue(copyId),
      textValue(toBase64(copy.content)),
      textValue(toBase64(copySigned.publicNotesSignature)),
      textValue(toBase64(copySigned.broaderSignature)),
      textValue(toHex(sha256(plaintext))),
      textValue(paper.owner),
      textValue(paper.consumer),
      textValue(paper.issuerPublicKey),
      uuidValue(paper.id),
      textValue(paper.accessGrantTimelock),
      textValue(paper.notUsableBefore),
      textValue(paper.notUsableAfter),
      textValue(paper.signature),
    );
    return copyId;
  }
}
