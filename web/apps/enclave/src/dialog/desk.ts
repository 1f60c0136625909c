import { consumerProofHolds } from "@idos/enclave";
import type { Answer, Ask, AskOf } from "../asks.js";
import type { Config } from "../config.js";
import { KEEPING, type Keeping, LEASE_MS, withPaths, withReads } from "../rules/consents.js";
import type { Consent, KeptProfile, LoggedAct, Mark } from "../vault/records.js";
import type { OpenProfile, Vault } from "../vault/vault.js";
import { type KnownNames, namesOf } from "./parties.js";

/** Longer than any visit; a key that is not kept has no expiry of its own. */
const VISIT_MS = 12 * 3_600_000;

/** What a screen needs to know before it is shown. */
export type Prepared = {
  readonly ask: Ask;
  readonly since: number;
  readonly mark: Mark | undefined;
  readonly kept: KeptProfile | undefined;
  readonly names: KnownNames;
};

/** Where the person's answers are written down before the frame hears of them. */
export class Desk {
  constructor(
    readonly vault: Vault,
    private readonly config: Config,
    private readonly window: {
      readonly send: (answer: Answer) => void;
      readonly marked: (mark: Mark) => void;
    },
    readonly now: () => number = Date.now,
  ) {}

  async prepare(ask: Ask): Promise<Prepared> {
    const expectedKey = "expectedKey" in ask ? ask.expectedKey : undefined;
    const [since, mark, kept, names] = await Promise.all([
      this.vault.knownSince(ask.origin),
      this.vault.mark(ask.userId),
      this.vault.find(ask.userId, expectedKey),
      ask.kind === "share"
        ? namesOf(this.config.nodes, [
            ask.consumer.identifier,
            ask.consumer.encryptionPublicKey,
            ask.issuerKey,
          ])
        : null,
    ]);
    return { ask, since, mark, kept, names };
  }

  async decline(ask: Ask): Promise<void> {
    await this.note(ask, "declined");
    this.window.send({ kind: "declined" });
  }

  /** Lets a site use a key that is already here. */
  async permitKept(ask: AskOf<"unlock">, kept: KeptProfile | undefined): Promise<void> {
    const secret = kept && (await this.vault.secretOf(kept));
    await this.note(ask, "unlocked");
    if (kept && secret) {
      await this.permit(ask, kept.until);
      this.window.send({
        kind: "unlocked",
        ...publicPart(kept),
        secret,
        until: kept.until,
        lasting: true,
      });
    } else {
      this.window.send({ kind: "allowed" }); // the frame holds it
    }
  }

  async mark(ask: Ask, mark: Mark): Promise<void> {
    await this.vault.putMark(ask.userId, mark);
    this.window.marked(mark);
  }

  /** Keeps a key that was just made from a password, unless it is for this visit only. */
  async keep(ask: Ask, profile: OpenProfile, keeping: Keeping): Promise<number> {
    const until = this.now() + (KEEPING[keeping] || VISIT_MS);
    if (keeping !== "visit") {
      await this.vault.keep(profile, until);
      await this.permit(ask, until);
    }
    return until;
  }

  async unlocked(
    ask: Ask,
    profile: OpenProfile,
    until: number,
    keeping: Keeping,
    act: LoggedAct,
  ): Promise<void> {
    await this.note(ask, act);
    this.window.send({
      kind: "unlocked",
      ...publicPart(profile),
      secret: profile.secret,
      until,
      lasting: keeping !== "visit",
    });
  }

  async allowReads(ask: AskOf<"read">, reads: "all" | string[]): Promise<void> {
    await this.vault.allow(withReads(await this.consentFor(ask), reads));
    await this.note(ask, "read", reads === "all" ? "" : String(reads.length));
    this.window.send({ kind: "reads", reads });
  }

  async allowQuestions(ask: AskOf<"filter">): Promise<void> {
    await this.vault.allow(withPaths(await this.consentFor(ask), ask.paths));
    await this.note(ask, "filtered", ask.paths.join(", ").slice(0, 400));
    this.window.send({ kind: "allowed" });
  }

  async allow(ask: Ask, act: LoggedAct, detail = ""): Promise<void> {
    await this.note(ask, act, detail);
    this.window.send({ kind: "allowed" });
  }

  private permit(ask: Ask, until: number): Promise<void> {
    const { origin, userId } = ask;
    return this.vault.allow({ origin, userId, since: this.now(), until, paths: [], reads: [] });
  }

  private async consentFor({ origin, userId }: Ask): Promise<Consent> {
    const since = this.now();
    const until = since + LEASE_MS;
    const fresh = { origin, userId, since, until, paths: [], reads: [] };
    return (await this.vault.consent(origin, userId)) ?? fresh;
  }

  private note({ origin }: Ask, what: LoggedAct, detail = ""): Promise<void> {
    return this.vault.note({ at: this.now(), origin, what, detail });
  }
}

const publicPart = ({ userId, publicKey, passwordStore }: Omit<OpenProfile, "secret">) => ({
  userId,
  publicKey,
  passwordStore,
});

/**
 * The company's name, if it is known to be its own: the operators know its key, and that key vouches
 * for the key the content would be encrypted to (or they know that one under the same name).
 */
export function checkedName(ask: AskOf<"share">, names: KnownNames): string | null {
  const { identifier, encryptionPublicKey } = ask.consumer;
  const name = names?.get(identifier);
  if (name === undefined) {
    return null;
  }
  const isOwnKey = consumerProofHolds(ask.consumer) || names?.get(encryptionPublicKey) === name;
  return isOwnKey ? name : null;
}
