import { fromUtf8, toBase64 } from "@idos/protocol";
import type { Enclave } from "../enclave.js";
import type { LoggedIn } from "../logged-in.js";
import { run } from "../run.js";
import { type Grant, isLocked } from "./sharing.js";

/** How far a long work is. */
export type Progress = { readonly done: number; readonly total: number };

/** What a deletion leaves, and until when: copies that were locked when they were given. */
export type Remains = { readonly locked: readonly Grant[]; readonly until: number };

/** Everything about one person in one file: the contents as W3C credentials. */
export type Export = {
  readonly exportedAt: string;
  readonly network: string;
  readonly profile: string;
  readonly wallets: readonly object[];
  readonly attributes: readonly object[];
  readonly accessGrants: readonly object[];
  readonly credentials: readonly {
    readonly id: string;
    readonly publicNotes: object;
    readonly issuerKey: string;
    readonly credential?: unknown;
    readonly contentBase64?: string;
    readonly problem?: string;
  }[];
};

/** The profile as a whole. */
export class Account {
  constructor(private readonly me: LoggedIn) {}

  /**
   * Opens every original and puts everything into one object. What does not open is in it with the
   * reason, so that nothing goes missing silently.
   */
  async export(
    enclave: Enclave,
    onProgress: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Export> {
    const { credentials, wallets, attributes, sharing, profile, idle } = this.me;
    const [list, held, facts, grants] = await Promise.all([
      credentials.list(),
      wallets.list(),
      attributes.list(),
      sharing.given(),
    ]);
    const originals = list.filter(({ originalId }) => originalId === null);
    const opened: Export["credentials"][number][] = [];
    for (const { id, notes, issuerKey } of originals) {
      signal?.throwIfAborted();
      onProgress({ done: opened.length, total: originals.length });
      const entry = { id, publicNotes: notes.all, issuerKey };
      try {
        opened.push({ ...entry, ...contentOf(await credentials.open(id, enclave)) });
      } catch (error) {
        if (isRefusalOfPerson(error)) {
          throw error;
        }
        opened.push({ ...entry, problem: "it could not be decrypted" });
      }
    }
    onProgress({ done: opened.length, total: originals.length });
    return {
      exportedAt: new Date().toISOString(),
      network: idle.chainId,
      profile: profile.id,
      wallets: held.map(({ wallet_type, address }) => ({ type: wallet_type, address })),
      attributes: facts.map(({ attribute_key, value }) => ({ key: attribute_key, value })),
      accessGrants: grants.map(({ grantee, dataId, lockedUntil }) => ({
        grantee,
        copy: dataId,
        lockedUntil,
      })),
      credentials: opened,
    };
  }

  /** What would stay after a deletion now. */
  async remains(nowMs: number): Promise<Remains> {
    const locked = (await this.me.sharing.given()).filter((grant) => isLocked(grant, nowMs));
    return { locked, until: Math.max(0, ...locked.map(({ lockedUntil }) => lockedUntil)) };
  }

  /** Deletes the whole profile. What is locked stays readable to its grantee until its lock ends. */
  async remove(): Promise<void> {
    await run(this.me.session, "remove_user", {});
  }

  /** Replaces the key. What was sealed to the old one still needs the old one. */
  async rotateKey(publicKey: string, passwordStore: "user" | "mpc"): Promise<void> {
    await run(this.me.session, "rotate_user_key", {
      recipient_encryption_public_key: publicKey,
      encryption_password_store: passwordStore,
    });
  }
}

function contentOf(plaintext: Uint8Array) {
  try {
    return { credential: JSON.parse(fromUtf8(plaintext)) as unknown };
  } catch {
    return { contentBase64: toBase64(plaintext) };
  }
}

const PERSON_SAID_NO = new Set(["closed", "declined", "popup-blocked", "unavailable"]);

function isRefusalOfPerson(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && PERSON_SAID_NO.has(code);
}
