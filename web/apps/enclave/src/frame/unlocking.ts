import { EnclaveError, type Options } from "@idos/enclave";
import { leaseUntil } from "../rules/consents.js";
import type { Consent, KeptProfile } from "../vault/records.js";
import { publicKeyOf } from "../vault/vault.js";
import type { World } from "./world.js";

/** A key this page may use, and what for. */
export type Unlocked = {
  readonly profile: KeptProfile;
  readonly secret: Uint8Array;
  readonly consent: Consent;
};

/** How a page comes to a person's key: what is kept already, else by asking the person, once. */
export class Unlocking {
  private unlocking: { readonly who: string; readonly done: Promise<Unlocked> } | undefined;

  constructor(private readonly world: World) {}

  /** The configured profile's key, if this page may use it; else the person is asked once. */
  async unlock(options: Options, shown: boolean): Promise<Unlocked> {
    const wanted = { ...options };
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
    there: Awaited<ReturnType<Unlocking["held"]>>,
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

  /** Changes the consent as it is now: another request may have widened it while the person was asked. */
  async widen(unlocked: Unlocked, change: (consent: Consent) => Consent): Promise<void> {
    const { vault, origin } = this.world;
    const current = await vault.consent(origin, unlocked.profile.userId);
    if (!current) {
      throw new EnclaveError("declined"); // taken back in the meantime
    }
    await vault.allow(change(current));
  }
}
