import {
  EnclaveError,
  type Filters,
  isEmptyFilter,
  type Options,
  passes,
  type Received,
  type Result,
  type Share,
} from "@idos/enclave";
import {
  credentialSignaturesHold,
  fromBase64,
  fromHex,
  open,
  seal,
  signCredential,
  toBase64,
  toHex,
  toUtf8,
} from "@idos/protocol";
import { sha256 } from "@noble/hashes/sha2.js";
import { randomBytes } from "@noble/hashes/utils.js";
import type { Answer, Ask, AskOf } from "../asks.js";
import { leaseUntil, mayRead, missingPaths, withPaths, withReads } from "../rules/consents.js";
import { takeQuestion } from "../rules/limit.js";
import { reconfigured } from "../rules/session.js";
import { jsonOf, summaryOf } from "../rules/summary.js";
import type { Consent, KeptProfile, LoggedAct } from "../vault/records.js";
import { publicKeyOf, type Vault } from "../vault/vault.js";
import type { Handlers } from "./gate.js";
import { Reads } from "./reads.js";
import type { SignRelay } from "./relay.js";

/** What the enclave of one page stands in. */
export type World = {
  /** The page that embeds the frame, as the browser names it. */
  readonly origin: string;
  /** Whether it is the person's own dashboard. */
  readonly isDashboard: boolean;
  readonly vault: Vault;
  /** Puts a question before the person. `shown` says whether the page promised to show the frame. */
  readonly ask: (ask: Ask, shown: boolean) => Promise<Answer>;
  readonly relay: SignRelay;
  readonly now: () => number;
  /** Called after a key was kept, so that it is forgotten in time. */
  readonly kept: () => void;
};

type MissedAsk = AskOf<"read"> | AskOf<"filter">;
type Unlocked = { readonly profile: KeptProfile; readonly secret: Uint8Array; consent: Consent };

/** The enclave as one page sees it. Every yes comes from a window of the enclave's own. */
export class Enclave {
  private options: Options = {};
  private unlocking: { readonly who: string; readonly done: Promise<Unlocked> } | undefined;
  private readonly reads: Reads;
  /** Questions that came while the page hid the frame: put again when it shows it. */
  private readonly missed = new Map<string, MissedAsk>();

  constructor(private readonly world: World) {
    this.reads = new Reads((userId, items) =>
      this.askHidden({
        kind: "read",
        origin: world.origin,
        userId,
        items,
        whole: world.isDashboard,
      }),
    );
  }

  /** One function for every method of the protocol. */
  readonly handlers: Handlers = {
    load: () => undefined,
    reconfigure: (change) => {
      this.options = reconfigured(this.options, change);
      return undefined;
    },
    reset: () => this.reset(),
    confirm: (message) => this.confirm(message),
    ensureUserEncryptionProfile: async () => {
      const unlocked = await this.unlock(true);
      await this.askMissed(unlocked);
      return profileOf(unlocked);
    },
    encrypt: async (message, receiver) => {
      await this.unlock(false);
      return sealed(message, receiver);
    },
    decrypt: (message, sender) => this.decrypt(message, sender),
    filterCredentials: (rows, filters) => this.filter(rows, filters),
    backupUserEncryptionProfile: () => this.backup(),
    signTypedDataResponse: (signature, id) => {
      this.world.relay.answer(signature, id);
      return undefined;
    },
    addAddressMessageToSign: noKeyShares,
    removeAddressMessageToSign: noKeyShares,
    addAddressToMpcSecret: noKeyShares,
    removeAddressFromMpcSecret: noKeyShares,
    requestShare: (request) => this.share(request),
  };

  /** Takes this page's own rights away. A key is forgotten only by the person. */
  private async reset(): Promise<undefined> {
    this.options = {};
    await this.world.vault.withdraw(this.world.origin);
    await this.note("reset");
    return undefined;
  }

  private async confirm(message: string): Promise<boolean> {
    const { userId } = this.options;
    const answer = await this.world.ask(
      { kind: "confirm", origin: this.world.origin, userId: userId ?? "", message },
      true,
    );
    return answer.kind === "allowed";
  }

  private async decrypt(message: Uint8Array, sender: Uint8Array): Promise<Uint8Array> {
    const unlocked = await this.unlock(false);
    const plaintext = opened(message, sender, unlocked.secret);
    const fingerprint = fingerprintOf(message);
    if (!mayRead(unlocked.consent, fingerprint)) {
      const { userId } = unlocked.profile;
      const reads = await this.reads.ask(userId, { fingerprint, summary: summaryOf(plaintext) });
      await this.widen(unlocked, (consent) => withReads(consent, reads));
    } else {
      await this.note("read"); // the window notes what it was asked; this was done without it
    }
    return plaintext.slice(); // on a buffer of its own, to be handed over
  }

  private async filter(
    rows: Received<"filterCredentials">[0],
    filters: Filters,
  ): Promise<Result<"filterCredentials">> {
    const blank = rows.map((row) => ({ ...row, content: "" }));
    if (isEmptyFilter(filters)) {
      return blank;
    }
    const unlocked = await this.unlock(false);
    const paths = Object.keys({ ...filters.pick, ...filters.omit });
    if (missingPaths(unlocked.consent, paths).length > 0) {
      const { origin } = this.world;
      const { userId } = unlocked.profile;
      const ask = { kind: "filter" as const, origin, userId, paths, count: rows.length };
      if ((await this.askHidden(ask)).kind !== "allowed") {
        throw new EnclaveError("declined");
      }
      await this.widen(unlocked, (consent) => withPaths(consent, paths));
    } else {
      await this.note("filtered", paths.join(", ").slice(0, 400));
    }
    await this.countQuestion(questionOf(rows, filters));
    return blank.filter((_, i) => {
      const row = rows[i];
      return row !== undefined && passes(recordOf(row, unlocked.secret), filters);
    });
  }

  private async countQuestion(question: string): Promise<void> {
    const { vault, origin, now } = this.world;
    const { allowed, bucket } = takeQuestion(await vault.bucket(origin), question, now());
    await vault.putBucket(origin, bucket);
    if (!allowed) {
      await this.note("limited");
      throw new EnclaveError("limited");
    }
  }

  private async backup(): Promise<undefined> {
    const { profile } = await this.unlock(true);
    const { userId, publicKey: expectedKey } = profile;
    await this.world.ask({ kind: "backup", origin: this.world.origin, userId, expectedKey }, true);
    return undefined;
  }

  private async share({
    credentialId,
    credential,
    consumer,
    purpose,
    lockedUntil,
  }: Received<"requestShare">[0]): Promise<Share> {
    if (credential.id !== credentialId) {
      throw new EnclaveError("bad-request");
    }
    const unlocked = await this.unlock(true);
    const content = decoded(credential.content);
    const plaintext = opened(content, decoded(credential.encryptor_public_key), unlocked.secret);
    const answer = await this.world.ask(
      {
        kind: "share",
        origin: this.world.origin,
        userId: unlocked.profile.userId,
        consumer,
        purpose,
        lockedUntil,
        summary: summaryOf(plaintext),
        issuerKey: credential.issuer_auth_public_key,
        issuerSigned: isSignedByIssuer(credential, content),
      },
      true,
    );
    if (answer.kind !== "allowed") {
      throw new EnclaveError("declined");
    }
    const copy = sealed(plaintext, decoded(consumer.encryptionPublicKey));
    const signatures = signCredential("", copy.content, randomBytes(32));
    return {
      id: crypto.randomUUID(),
      originalCredentialId: credentialId,
      publicNotes: "",
      publicNotesSignature: toBase64(signatures.publicNotesSignature),
      broaderSignature: toBase64(signatures.broaderSignature),
      content: toBase64(copy.content),
      contentHash: toHex(sha256(plaintext)),
      encryptorPublicKey: toBase64(copy.encryptorPublicKey),
      issuerAuthPublicKey: signatures.issuerPublicKey,
      granteeWalletIdentifier: consumer.identifier,
      lockedUntil,
    };
  }

  /** The configured profile's key, if this page may use it; else the person is asked once. */
  private async unlock(shown: boolean): Promise<Unlocked> {
    const wanted = { ...this.options };
    const { userId } = wanted;
    if (!userId) {
      throw new EnclaveError("no-user");
    }
    const there = await this.held(wanted);
    if (there.secret && there.profile && there.consent) {
      return { profile: there.profile, secret: there.secret, consent: there.consent };
    }
    const who = JSON.stringify([userId, wanted.expectedUserEncryptionPublicKey, wanted.mode]);
    if (this.unlocking?.who !== who) {
      const done = this.askToUnlock(userId, wanted, there, shown);
      this.unlocking = { who, done };
      const forget = () => {
        this.unlocking = undefined;
      };
      done.then(forget, forget);
    }
    return this.unlocking.done;
  }

  private async held(wanted: Options) {
    const { vault, origin } = this.world;
    const expected = wanted.expectedUserEncryptionPublicKey ?? undefined;
    const userId = wanted.userId ?? "";
    const profile = await vault.find(userId, expected);
    const secret = profile && (await vault.secretOf(profile));
    return { profile, secret: secret ?? undefined, consent: await vault.consent(origin, userId) };
  }

  private async askToUnlock(
    userId: string,
    wanted: Options,
    there: Awaited<ReturnType<Enclave["held"]>>,
    shown: boolean,
  ): Promise<Unlocked> {
    const { origin, ask, now, vault } = this.world;
    const held = there.profile !== undefined && there.secret !== undefined;
    if (wanted.encryptionPasswordStore === "mpc" && !held) {
      throw new EnclaveError("key-shares");
    }
    const expectedKey = wanted.expectedUserEncryptionPublicKey ?? undefined;
    const mode = wanted.mode ?? "existing";
    const answer = await ask(
      { kind: "unlock", origin, userId, mode, held, ...(expectedKey && { expectedKey }) },
      shown,
    );
    const since = now();
    const consent = { origin, userId, since, paths: [], reads: [] };
    if (answer.kind === "allowed" && there.profile && there.secret) {
      const { profile, secret } = there;
      const allowed: Consent = { ...consent, until: leaseUntil(profile.until, since) };
      await vault.allow(allowed);
      return { profile, secret, consent: allowed };
    }
    if (answer.kind !== "unlocked") {
      throw new EnclaveError("declined");
    }
    const isTheKey =
      answer.userId === userId &&
      publicKeyOf(answer.secret) === answer.publicKey &&
      (expectedKey === undefined || expectedKey === answer.publicKey);
    if (!isTheKey) {
      throw new EnclaveError("wrong-key"); // and nothing of it is kept
    }
    const until = leaseUntil(answer.until, since);
    const profile = await vault.keep(answer, until, answer.lasting);
    const allowed: Consent = { ...consent, until };
    await vault.allow(allowed, answer.lasting);
    this.world.kept();
    return { profile, secret: answer.secret, consent: allowed };
  }

  /** Puts a question for which the page need not show the frame; a hidden one is remembered. */
  private async askHidden(ask: MissedAsk): Promise<Answer> {
    try {
      return await this.world.ask(ask, false);
    } catch (error) {
      if (error instanceof EnclaveError && error.code === "consent-needed") {
        this.missed.set(ask.kind, ask);
      }
      throw error;
    }
  }

  private async askMissed(unlocked: Unlocked): Promise<void> {
    const { userId } = unlocked.profile;
    const asks = [...this.missed.values()].filter((ask) => ask.userId === userId);
    this.missed.clear();
    for (const ask of asks) {
      const answer = await this.world.ask(ask, true);
      if (answer.kind === "reads") {
        await this.widen(unlocked, (consent) => withReads(consent, answer.reads));
      } else if (ask.kind === "filter" && answer.kind === "allowed") {
        await this.widen(unlocked, (consent) => withPaths(consent, ask.paths));
      }
    }
  }

  /** Changes the consent as it is now: another request may have widened it while the person was asked. */
  private async widen(unlocked: Unlocked, change: (consent: Consent) => Consent): Promise<void> {
    const { vault, origin } = this.world;
    const current = await vault.consent(origin, unlocked.profile.userId);
    if (!current) {
      throw new EnclaveError("declined"); // taken back in the meantime
    }
    await vault.allow(change(current));
  }

  private note(what: LoggedAct, detail = ""): Promise<void> {
    const { vault, origin, now } = this.world;
    return vault.note({ at: now(), origin, what, detail });
  }
}

function noKeyShares(): never {
  throw new EnclaveError("key-shares");
}

const profileOf = ({ profile }: Unlocked) => ({
  userId: profile.userId,
  userEncryptionPublicKey: profile.publicKey,
  encryptionPasswordStore: profile.passwordStore,
});

function opened(content: Uint8Array, sender: Uint8Array, secret: Uint8Array): Uint8Array {
  const plaintext = open(content, sender, secret);
  if (!plaintext) {
    throw new EnclaveError("not-for-this-key");
  }
  return plaintext;
}

function sealed(message: Uint8Array, receiver: Uint8Array) {
  try {
    return seal(message, receiver);
  } catch {
    throw new EnclaveError("bad-request", "the receiver's key cannot be encrypted to");
  }
}

function decoded(base64: string): Uint8Array {
  try {
    return fromBase64(base64);
  } catch {
    throw new EnclaveError("bad-request");
  }
}

const fingerprintOf = (content: Uint8Array): string => toHex(sha256(content)).slice(0, 32);

function recordOf(row: Received<"filterCredentials">[0][number], secret: Uint8Array): unknown {
  const plaintext = opened(decoded(row.content), decoded(row.encryptor_public_key), secret);
  const record = jsonOf(plaintext);
  if (record === undefined) {
    throw new EnclaveError(
      "not-json",
      `Credential ${row.id} decrypted contents are not valid JSON`,
    );
  }
  return record;
}

/** The same question about the same contents has the same text, however it is written. */
function questionOf(rows: Received<"filterCredentials">[0], { pick, omit }: Filters): string {
  const sorted = (criteria: Filters["pick"]) =>
    Object.entries(criteria)
      .map(([path, values]) => [path, values.map((value) => `${typeof value} ${value}`).sort()])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const contents = rows.map(({ content }) => toHex(sha256(toUtf8(content)))).sort();
  return toHex(sha256(toUtf8(JSON.stringify([sorted(pick), sorted(omit), contents]))));
}

function isSignedByIssuer(
  credential: Received<"requestShare">[0]["credential"],
  content: Uint8Array,
): boolean {
  const { public_notes_signature: notes, broader_signature: broader } = credential;
  if (notes === undefined || broader === undefined) {
    return false;
  }
  try {
    const issuerPublicKey = credential.issuer_auth_public_key;
    return credentialSignaturesHold(
      credential.public_notes,
      content,
      {
        issuerPublicKey,
        publicNotesSignature: fromBase64(notes),
        broaderSignature: fromBase64(broader),
      },
      fromHex(issuerPublicKey),
    );
  } catch {
    return false;
  }
}
