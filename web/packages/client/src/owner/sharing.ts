import type { Consumer } from "@idos/enclave";
import type * as v from "valibot";
import type { Enclave } from "../enclave.js";
import { distrusted } from "../failure.js";
import { readNotes } from "../notes.js";
import { all } from "../pages.js";
import { Content, Grant as GrantRow } from "../rows.js";
import { parsed } from "../rpc.js";
import { run, view } from "../run.js";
import type { Session } from "../session.js";
import { nextTurn } from "../turns.js";
import type { Credentials } from "./credentials.js";

/** One access: who may read which copy, and until when it is locked. */
export type Grant = {
  readonly id: string;
  readonly ownerId: string;
  readonly grantee: string;
  readonly dataId: string;
  /** Seconds since 1970 through which it cannot be taken back; 0 for no lock. */
  readonly lockedUntil: number;
  readonly contentHash: string | null;
};

/** What a company asks for. */
export type AccessRequest = {
  readonly credentialId: string;
  readonly consumer: Consumer;
  readonly purpose: string;
  /** Seconds since 1970; 0 for no lock. */
  readonly lockedUntil: number;
};

/** Whether the network would refuse to take it back: `lockedUntil` is the last locked second. */
export const isLocked = (grant: Grant, nowMs: number) =>
  grant.lockedUntil > 0 && (grant.lockedUntil + 1) * 1000 > nowMs;

/** Giving access and taking it back. */
export class Sharing {
  constructor(
    private readonly session: Session,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Asks the person, in the enclave's own window, and gives access when they say yes. The page
   * never sees the content: the enclave opens it, seals it for the company and signs the copy.
   */
  async request(asked: AccessRequest, enclave: Enclave): Promise<Grant> {
    const [stored, proof] = await Promise.all([
      this.credentials.content(asked.credentialId),
      this.credentials.proof(asked.credentialId),
    ]);
    await this.credentials.tellProfile(enclave);
    await nextTurn();
    const { id, public_notes, content, encryptor_public_key, issuer_auth_public_key } = stored;
    const share = await enclave.call("requestShare", {
      credentialId: asked.credentialId,
      credential: {
        id,
        public_notes,
        content,
        encryptor_public_key,
        issuer_auth_public_key,
        ...(proof?.public_notes_signature
          ? { public_notes_signature: proof.public_notes_signature }
          : {}),
        ...(proof?.broader_signature ? { broader_signature: proof.broader_signature } : {}),
      },
      consumer: asked.consumer,
      purpose: asked.purpose,
      lockedUntil: asked.lockedUntil,
    });
    if (
      share.originalCredentialId !== asked.credentialId ||
      share.granteeWalletIdentifier !== asked.consumer.identifier ||
      share.lockedUntil !== asked.lockedUntil
    ) {
      throw distrusted("the enclave answers for another request");
    }
    await run(this.session, "share_credential", {
      id: share.id,
      original_credential_id: share.originalCredentialId,
      public_notes: share.publicNotes,
      public_notes_signature: share.publicNotesSignature,
      broader_signature: share.broaderSignature,
      content: share.content,
      content_hash: share.contentHash,
      encryptor_public_key: share.encryptorPublicKey,
      issuer_auth_public_key: share.issuerAuthPublicKey,
      grantee_wallet_identifier: share.granteeWalletIdentifier,
      locked_until: BigInt(share.lockedUntil),
    });
    const given = (await this.given()).find(({ dataId }) => dataId === share.id);
    if (!given) {
      throw distrusted("the node does not show the access that was just given");
    }
    return given;
  }

  /** What this person has given. */
  async given(): Promise<Grant[]> {
    return (await all(this.session, "get_access_grants_owned_page", GrantRow)).map(grantOf);
  }

  /** What others have given to this wallet. */
  async received(): Promise<Grant[]> {
    return (await all(this.session, "get_access_grants_granted_page", GrantRow)).map(grantOf);
  }

  /** A copy somebody shared with this wallet: its original's notes, and the sealed content. */
  async shared(id: string) {
    const [row] = await view(this.session, "get_credential_shared", { id });
    const stored = parsed(Content, row);
    return { stored, notes: readNotes(stored.public_notes) };
  }

  async openShared(id: string, enclave: Enclave): Promise<Uint8Array> {
    const { stored } = await this.shared(id);
    return this.credentials.unseal(stored, enclave);
  }

  /** Takes access back. The copy goes with its last grant. */
  async revoke(id: string): Promise<void> {
    await run(this.session, "revoke_access_grant", { id });
  }

  /** Gives up access that somebody else has given to this wallet. */
  async giveUp(credentialId: string): Promise<void> {
    await run(this.session, "rescind_shared_credential", { credential_id: credentialId });
  }
}

const grantOf = (row: v.InferOutput<typeof GrantRow>): Grant => ({
  id: row.id,
  ownerId: row.ag_owner_user_id,
  grantee: row.ag_grantee_wallet_identifier,
  dataId: row.data_id,
  lockedUntil: row.locked_until,
  contentHash: row.content_hash,
});
