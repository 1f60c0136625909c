import { toBase64 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import * as v from "valibot";
import { type Cabinet, MemoryCabinet, openCabinet } from "./cabinet.js";
import { Bucket, Consent, KeptProfile, LogEntry, Mark, Visitor } from "./records.js";
import { Safe } from "./safe.js";

const LOG_LENGTH = 300;

/** A profile to be kept, with its key in the clear. */
export type OpenProfile = {
  readonly userId: string;
  readonly publicKey: string;
  readonly passwordStore: "user" | "mpc";
  readonly secret: Uint8Array;
};

/** Keys, consents and the log of one storage partition. Every record is read again when it is needed. */
export class Vault {
  private readonly visit = new MemoryCabinet();

  private constructor(
    private readonly cabinet: Cabinet,
    private readonly safe: Safe,
    private readonly now: () => number,
  ) {}

  static async open(cabinet?: Cabinet, now: () => number = Date.now): Promise<Vault> {
    const place = cabinet ?? (await openCabinet());
    const vault = new Vault(place, await Safe.open(place), now);
    await vault.sweep();
    return vault;
  }

  get persistent(): boolean {
    return this.cabinet.persistent;
  }

  /** Profiles whose time has not passed. */
  async profiles(): Promise<KeptProfile[]> {
    const [lasting, visiting] = await Promise.all([
      this.cabinet.list("profile "),
      this.visit.list("profile "),
    ]);
    return readAll(KeptProfile, [...visiting, ...lasting]).filter(
      ({ until }) => until > this.now(),
    );
  }

  /** The profile of a user, with the expected key when there is an expectation. */
  async find(userId: string, expectedKey?: string): Promise<KeptProfile | undefined> {
    return (await this.profiles()).find(
      (kept) =>
        kept.userId === userId && (expectedKey === undefined || kept.publicKey === expectedKey),
    );
  }

  async secretOf(kept: KeptProfile): Promise<Uint8Array | null> {
    const secret = await this.safe.unlock(kept.locked, profileId(kept));
    return secret && publicKeyOf(secret) === kept.publicKey ? secret : null;
  }

  /**
   * Keeps a key beside all others: one profile never displaces another. `lasting` false keeps it
   * only as long as this page.
   */
  async keep(profile: OpenProfile, until: number, lasting = true): Promise<KeptProfile> {
    if (publicKeyOf(profile.secret) !== profile.publicKey) {
      throw new Error("a key is kept only under its own public key");
    }
    const id = profileId(profile);
    const kept: KeptProfile = {
      userId: profile.userId,
      publicKey: profile.publicKey,
      passwordStore: profile.passwordStore,
      until,
      locked: await this.safe.lock(profile.secret, id),
    };
    await (lasting ? this.cabinet : this.visit).put(id, kept);
    return kept;
  }

  async forget(profile: { userId: string; publicKey: string }): Promise<void> {
    await this.cabinet.remove(profileId(profile));
    await this.visit.remove(profileId(profile));
  }

  /** The picture of a profile. It outlives the key: it is needed when the key is typed again. */
  async mark(userId: string): Promise<Mark | undefined> {
    const kept = v.safeParse(Mark, await this.cabinet.get(`mark ${userId}`));
    return kept.success ? kept.output : undefined;
  }

  async putMark(userId: string, mark: Mark): Promise<void> {
    await this.cabinet.put(`mark ${userId}`, mark);
  }

  /** Removes what has expired; the time of the next expiry, if there is one. */
  async sweep(): Promise<number | undefined> {
    const now = this.now();
    let next: number | undefined;
    for (const cabinet of [this.cabinet, this.visit]) {
      for (const kept of readAll(KeptProfile, await cabinet.list("profile "))) {
        if (kept.until <= now) {
          await cabinet.remove(profileId(kept));
        } else {
          next = Math.min(next ?? kept.until, kept.until);
        }
      }
      for (const consent of readAll(Consent, await cabinet.list("consent "))) {
        if (consent.until <= now) {
          await cabinet.remove(consentId(consent));
        }
      }
    }
    return next;
  }

  async consents(): Promise<Consent[]> {
    const found = readAll(Consent, await this.cabinet.list("consent "));
    return found.filter(({ until }) => until > this.now());
  }

  async consent(origin: string, userId: string): Promise<Consent | undefined> {
    const id = consentId({ origin, userId });
    const found = v.safeParse(Consent, (await this.visit.get(id)) ?? (await this.cabinet.get(id)));
    return found.success && found.output.until > this.now() ? found.output : undefined;
  }

  /** Allows anew, or changes what was allowed: for this visit only if it was so before. */
  async allow(consent: Consent, lasting?: boolean): Promise<void> {
    const id = consentId(consent);
    const stays = lasting ?? (await this.visit.get(id)) === undefined;
    await (stays ? this.cabinet : this.visit).put(id, consent);
  }

  /** Takes back everything an origin was allowed. */
  async withdraw(origin: string): Promise<void> {
    for (const cabinet of [this.cabinet, this.visit]) {
      for (const consent of readAll(Consent, await cabinet.list("consent "))) {
        if (consent.origin === origin) {
          await cabinet.remove(consentId(consent));
        }
      }
    }
  }

  /** When an origin was first seen; from now on it is known. */
  async knownSince(origin: string): Promise<number> {
    const visitor = { origin, since: this.now() };
    const kept = v.safeParse(Visitor, await this.cabinet.putIfAbsent(`visitor ${origin}`, visitor));
    return kept.success ? kept.output.since : visitor.since;
  }

  async note(entry: LogEntry): Promise<void> {
    const log = await this.log();
    await this.cabinet.put("log", [entry, ...log].slice(0, LOG_LENGTH));
  }

  /** What was done here, newest first. */
  async log(): Promise<LogEntry[]> {
    const kept = await this.cabinet.get("log");
    return readAll(LogEntry, Array.isArray(kept) ? kept : []);
  }

  async clearLog(): Promise<void> {
    await this.cabinet.remove("log");
  }

  async bucket(origin: string): Promise<Bucket | undefined> {
    const kept = v.safeParse(Bucket, await this.cabinet.get(`bucket ${origin}`));
    return kept.success ? kept.output : undefined;
  }

  async putBucket(origin: string, bucket: Bucket): Promise<void> {
    await this.cabinet.put(`bucket ${origin}`, bucket);
  }
}

export const publicKeyOf = (secret: Uint8Array): string => toBase64(x25519.getPublicKey(secret));

const profileId = ({ userId, publicKey }: { userId: string; publicKey: string }) =>
  `profile ${userId} ${publicKey}`;
const consentId = ({ origin, userId }: { origin: string; userId: string }) =>
  `consent ${origin} ${userId}`;

function readAll<const S extends v.GenericSchema>(
  schema: S,
  records: readonly unknown[],
): v.InferOutput<S>[] {
  return records.flatMap((record) => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : []; // a damaged record is no record
  });
}
