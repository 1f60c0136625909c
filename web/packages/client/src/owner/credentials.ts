import { passes } from "@idos/enclave";
import { fromBase64, fromUtf8, toBase64 } from "@idos/protocol";
import type * as v from "valibot";
import type { Enclave } from "../enclave.js";
import { distrusted, refused } from "../failure.js";
import { type LevelFilter, reaches } from "../level.js";
import { type Notes, readNotes } from "../notes.js";
import { all } from "../pages.js";
import { walletOptions } from "../profile-request.js";
import { Content, Credential as CredentialRow, type Profile, Proof } from "../rows.js";
import { parsed } from "../rpc.js";
import { run, view } from "../run.js";
import type { Session } from "../session.js";
import { nextTurn, utf8Of } from "../turns.js";
import { signOwn } from "./own-signature.js";

/** A credential without its content. */
export type Credential = {
  readonly id: string;
  readonly notes: Notes;
  readonly issuerKey: string;
  readonly inserter: string | null;
  /** The credential this is a copy of, made for a company; null for originals. */
  readonly originalId: string | null;
};

type Criteria = Readonly<Record<string, readonly unknown[]>>;

/** Which credentials would do. An absent condition asks for nothing. */
export type CredentialFilter = {
  readonly issuerKeys: readonly string[];
  readonly level?: LevelFilter;
  readonly notes?: { readonly pick: Criteria; readonly omit: Criteria };
  /** Conditions on what is inside: the enclave judges them, the page learns only which ones hold. */
  readonly content?: { readonly pick: Criteria; readonly omit: Criteria };
};

/** The credentials of a person. */
export class Credentials {
  constructor(
    private readonly session: Session,
    private readonly profile: v.InferOutput<typeof Profile>,
  ) {}

  /** All, copies included. */
  async list(): Promise<Credential[]> {
    const rows = await all(this.session, "get_credentials_page", CredentialRow);
    return rows.map((row) => ({
      id: row.id,
      notes: readNotes(row.public_notes),
      issuerKey: row.issuer_auth_public_key,
      inserter: row.inserter,
      originalId: row.original_id,
    }));
  }

  /** The originals that meet the conditions. A row that cannot be judged does not meet them. */
  async filter(wanted: CredentialFilter, enclave: Enclave): Promise<Credential[]> {
    const found = (await this.list()).filter(
      ({ originalId, issuerKey, notes }) =>
        originalId === null &&
        wanted.issuerKeys.includes(issuerKey) &&
        (!wanted.level || reaches(notes.level, wanted.level)) &&
        (!wanted.notes || passes(notes.all, mutable(wanted.notes))),
    );
    if (!wanted.content) {
      return found;
    }
    await this.tellProfile(enclave);
    const contents = await Promise.all(found.map(({ id }) => this.content(id)));
    const kept = await enclave.call("filterCredentials", contents, {
      ...mutable(wanted.content),
      unreadable: "drop",
    });
    const ids = new Set(kept.map(({ id }) => id));
    return found.filter(({ id }) => ids.has(id));
  }

  /** One credential of this person, sealed. */
  async content(id: string): Promise<Content> {
    const [row] = await view(this.session, "get_credential_owned", { id });
    if (row === undefined) {
      throw refused(0, "no credential of yours has this id");
    }
    return parsed(Content, row);
  }

  /** The issuer's signatures, and whether anybody edited the notes since. */
  async proof(id: string): Promise<Proof | null> {
    const [row] = await view(this.session, "get_credential_proof", { id });
    return row === undefined ? null : parsed(Proof, row);
  }

  /** The plaintext, from the enclave. Throws the enclave's refusal when it does not open. */
  async open(id: string, enclave: Enclave): Promise<Uint8Array> {
    return this.unseal(await this.content(id), enclave);
  }

  async unseal(stored: Content, enclave: Enclave): Promise<Uint8Array> {
    await this.tellProfile(enclave);
    await enclave.call("ensureUserEncryptionProfile");
    return enclave.call(
      "decrypt",
      new Uint8Array(fromBase64(stored.content)),
      new Uint8Array(fromBase64(stored.encryptor_public_key)),
    );
  }

  /** Deletes a credential, and with an original all its copies. Refused while a copy is locked. */
  async remove(id: string): Promise<void> {
    await run(this.session, "remove_credential", { id });
  }

  /**
   * Stores something the person says about themselves: sealed to their key, in the enclave's worker,
   * and signed by no issuer.
   */
  async addOwn(document: unknown, notes: object, enclave: Enclave): Promise<string> {
    await this.tellProfile(enclave);
    const { userEncryptionPublicKey: key } = await enclave.call("ensureUserEncryptionProfile");
    if (key !== this.profile.recipient_encryption_public_key) {
      throw distrusted("the node names another key than the enclave holds");
    }
    const id = crypto.randomUUID();
    const publicNotes = JSON.stringify({ id, ...notes });
    const text = JSON.stringify(document);
    await nextTurn();
    const plaintext = await utf8Of(text);
    await nextTurn();
    const sealed = await enclave.call("encrypt", plaintext, new Uint8Array(fromBase64(key)));
    const signed = await signOwn(publicNotes, sealed.content);
    await nextTurn();
    await run(this.session, "add_credential", {
      id,
      issuer_auth_public_key: signed.issuerPublicKey,
      encryptor_public_key: toBase64(sealed.encryptorPublicKey),
      content: toBase64(sealed.content),
      public_notes: publicNotes,
      public_notes_signature: toBase64(signed.publicNotesSignature),
      broader_signature: toBase64(signed.broaderSignature),
    });
    return id;
  }

  /** Tells the enclave whose key is meant, and which one it must be. */
  async tellProfile(enclave: Enclave): Promise<void> {
    await enclave.call("reconfigure", {
      mode: "existing",
      userId: this.profile.id,
      expectedUserEncryptionPublicKey: this.profile.recipient_encryption_public_key,
      encryptionPasswordStore: this.profile.encryption_password_store,
      ...walletOptions(this.session.signer),
    });
  }
}

/** The JSON inside a plaintext, or null when there is none. */
export function readJson(plaintext: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(plaintext)) as unknown;
  } catch {
    return null;
  }
}

const copied = (criteria: Criteria) =>
  Object.fromEntries(Object.entries(criteria).map(([path, allowed]) => [path, [...allowed]]));
const mutable = ({ pick, omit }: { pick: Criteria; omit: Criteria }) => ({
  pick: copied(pick),
  omit: copied(omit),
});
