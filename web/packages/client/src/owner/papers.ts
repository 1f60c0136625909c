import {
  type AccessGrantPaper,
  accessGrantText,
  paperTime,
  type WriteGrant,
  writeGrantText,
} from "@idos/protocol";
import type * as v from "valibot";
import type { Enclave } from "../enclave.js";
import { distrusted } from "../failure.js";
import { type KeyStatement, stateKey, walletOptions } from "../profile-request.js";
import { Message, type Profile } from "../rows.js";
import { parsed } from "../rpc.js";
import { view } from "../run.js";
import type { Row, Session } from "../session.js";

/** Who may write one credential, and who reads the copy. Times are seconds since 1970. */
export type WriteGrantTerms = {
  readonly consumer: string;
  readonly issuerKey: string;
  readonly lockedUntil: bigint;
  readonly notBefore: bigint;
  readonly notAfter: bigint;
};

/** A signed write grant with all an issuer needs to use it. It is handed to that issuer only. */
export type SignedWriteGrant = WriteGrant & {
  readonly signature: string;
  readonly profile: string;
  readonly ownerKey: KeyStatement;
};

export type SignedAccessGrant = AccessGrantPaper & { readonly signature: string };

/** Papers a person signs before leaving. The text is rebuilt here: no node's words are signed. */
export class Papers {
  constructor(
    private readonly session: Session,
    private readonly profile: v.InferOutput<typeof Profile>,
  ) {}

  async signWriteGrant(terms: WriteGrantTerms, enclave: Enclave): Promise<SignedWriteGrant> {
    const { signer, chainId } = this.session;
    const grant: WriteGrant = {
      owner: signer.identifier,
      consumer: terms.consumer,
      issuerPublicKey: terms.issuerKey,
      id: crypto.randomUUID(),
      accessGrantTimelock: paperTime(terms.lockedUntil),
      notUsableBefore: paperTime(terms.notBefore),
      notUsableAfter: paperTime(terms.notAfter),
    };
    const text = writeGrantText(grant, chainId);
    const told = await view(this.session, "dwg_message", {
      owner_wallet_identifier: grant.owner,
      grantee_wallet_identifier: grant.consumer,
      issuer_public_key: grant.issuerPublicKey,
      id: grant.id,
      access_grant_timelock: grant.accessGrantTimelock,
      not_usable_before: grant.notUsableBefore,
      not_usable_after: grant.notUsableAfter,
    });
    requireSame(text, told);
    const key = await this.ownKey(enclave);
    return {
      ...grant,
      signature: await signer.proof(text),
      profile: this.profile.id,
      ownerKey: await stateKey(signer, `profile ${this.profile.id}`, key, chainId),
    };
  }

  /** Lets a company read an existing copy: it brings the paper to the network itself. */
  async signAccessGrant(
    copyId: string,
    grantee: string,
    lockedUntil: bigint,
    contentHash: string,
  ): Promise<SignedAccessGrant> {
    const { signer, chainId } = this.session;
    const paper = { owner: signer.identifier, grantee, dataId: copyId, lockedUntil, contentHash };
    const text = accessGrantText(paper, chainId);
    const told = await view(this.session, "dag_message", {
      dag_owner_wallet_identifier: paper.owner,
      dag_grantee_wallet_identifier: grantee,
      dag_data_id: copyId,
      dag_locked_until: lockedUntil,
      dag_content_hash: contentHash,
    });
    requireSame(text, told);
    return { ...paper, signature: await signer.proof(text) };
  }

  /** The key the enclave holds. What the node says must be the same, or nothing is encrypted. */
  private async ownKey(enclave: Enclave): Promise<string> {
    await enclave.call("reconfigure", {
      mode: "existing",
      userId: this.profile.id,
      expectedUserEncryptionPublicKey: this.profile.recipient_encryption_public_key,
      encryptionPasswordStore: this.profile.encryption_password_store,
      ...walletOptions(this.session.signer),
    });
    const held = await enclave.call("ensureUserEncryptionProfile");
    if (held.userEncryptionPublicKey !== this.profile.recipient_encryption_public_key) {
      throw distrusted("the node names another key than the enclave holds");
    }
    return held.userEncryptionPublicKey;
  }
}

function requireSame(text: string, told: readonly Row[]): void {
  if (parsed(Message, told[0]).message !== text) {
    throw distrusted("the node's words for this paper differ from what was asked");
  }
}
