import {
  EnclaveError,
  type Filters,
  isEmptyFilter,
  type Options,
  type Received,
  type Result,
  type Share,
} from "@idos/enclave";
import type { Answer, AskOf } from "../asks.js";
import { mayRead, missingPaths, withPaths, withReads } from "../rules/consents.js";
import { takeQuestion } from "../rules/limit.js";
import { reconfigured } from "../rules/session.js";
import type { LoggedAct } from "../vault/records.js";
import type { Handlers } from "./gate.js";
import { Reads } from "./reads.js";
import { type Unlocked, Unlocking } from "./unlocking.js";
import type { World } from "./world.js";

type MissedAsk = AskOf<"read"> | AskOf<"filter">;

/** The enclave as one page sees it. Every yes comes from a window of the enclave's own. */
export class Enclave {
  private options: Options = {};
  private readonly unlocking: Unlocking;
  private readonly reads: Reads;
  /** Questions that came while the page hid the frame: put again when it shows it. */
  private readonly missed = new Map<string, MissedAsk>();

  constructor(private readonly world: World) {
    this.unlocking = new Unlocking(world);
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
    encrypt: async (plaintext, receiver) => {
      await this.unlock(false);
      return this.world.work("seal", { plaintext, receiver });
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

  private async decrypt(content: Uint8Array, sender: Uint8Array): Promise<Uint8Array> {
    const unlocked = await this.unlock(false);
    const { secret } = unlocked;
    const opened = await this.world.work("open", { content, sender, secret });
    const { plaintext, fingerprint, summary } = opened;
    if (!mayRead(unlocked.consent, fingerprint)) {
      const { userId } = unlocked.profile;
      const reads = await this.reads.ask(userId, { fingerprint, summary });
      await this.unlocking.widen(unlocked, (consent) => withReads(consent, reads));
    } else {
      await this.note("read"); // the window notes what it was asked; this was done without it
    }
    return plaintext;
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
      await this.unlocking.widen(unlocked, (consent) => withPaths(consent, paths));
    } else {
      await this.note("filtered", paths.join(", ").slice(0, 400));
    }
    const { work } = this.world;
    await this.countQuestion(await work("question", { rows, filters }));
    const holds = await work("filter", { rows, filters, secret: unlocked.secret });
    return blank.filter((_, i) => holds[i]);
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
    const { work } = this.world;
    const inspected = await work("inspect", { credential, secret: unlocked.secret });
    const { plaintext, summary, issuerSigned } = inspected;
    const answer = await this.world.ask(
      {
        kind: "share",
        origin: this.world.origin,
        userId: unlocked.profile.userId,
        consumer,
        purpose,
        lockedUntil,
        summary,
        issuerKey: credential.issuer_auth_public_key,
        issuerSigned,
      },
      true,
    );
    if (answer.kind !== "allowed") {
      throw new EnclaveError("declined");
    }
    const copy = await work("copy", { plaintext, receiver: consumer.encryptionPublicKey });
    return {
      id: crypto.randomUUID(),
      originalCredentialId: credentialId,
      publicNotes: "",
      ...copy,
      granteeWalletIdentifier: consumer.identifier,
      lockedUntil,
    };
  }

  private unlock(shown: boolean): Promise<Unlocked> {
    return this.unlocking.unlock(this.options, shown);
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
        await this.unlocking.widen(unlocked, (consent) => withReads(consent, answer.reads));
      } else if (ask.kind === "filter" && answer.kind === "allowed") {
        await this.unlocking.widen(unlocked, (consent) => withPaths(consent, ask.paths));
      }
    }
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
