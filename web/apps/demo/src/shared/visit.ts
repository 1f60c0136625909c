import {
  configure,
  type Enclave,
  handToIssuer,
  type Idle,
  type LoggedIn,
  type WalletChoice,
  type WithSigner,
} from "@idos/client";
import type { Config } from "./config.js";

/** How far a visitor is. A problem is shown beside it and goes with the next step. */
export type VisitState =
  | { readonly state: "starting" }
  | { readonly state: "unreachable"; readonly problem: unknown }
  | { readonly state: "stranger"; readonly idle: Idle; readonly problem?: unknown }
  | { readonly state: "connecting"; readonly idle: Idle; readonly wallet: WalletChoice }
  | { readonly state: "no-profile"; readonly withSigner: WithSigner; readonly problem?: unknown }
  | { readonly state: "creating"; readonly withSigner: WithSigner }
  | { readonly state: "known"; readonly me: LoggedIn; readonly wallet: WalletChoice };

/** A person's visit at a company, as a store that the page subscribes to. */
export class Visit {
  private current: VisitState = { state: "starting" };
  private wallet: WalletChoice | null = null;
  /** The id of a profile that is being made stays the same when the person tries again. */
  private newProfileId: string = crypto.randomUUID();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly config: Config) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
  readonly snapshot = () => this.current;

  readonly start = async (): Promise<void> => {
    this.become({ state: "starting" });
    try {
      this.become({ state: "stranger", idle: await configure(this.config).connect() });
    } catch (problem) {
      this.become({ state: "unreachable", problem });
    }
  };

  /** Signs in with a wallet, or finds that it has no profile. */
  readonly connect = async (wallet: WalletChoice): Promise<void> => {
    if (this.current.state !== "stranger") {
      return;
    }
    const { idle } = this.current;
    this.wallet = wallet;
    this.become({ state: "connecting", idle, wallet });
    try {
      const withSigner = idle.withSigner(await wallet.connect());
      const me = (await withSigner.hasProfile()) ? await withSigner.logIn() : null;
      this.become(me ? { state: "known", me, wallet } : { state: "no-profile", withSigner });
    } catch (problem) {
      this.become({ state: "stranger", idle, problem });
    }
  };

  /** Makes a key in the enclave, has the wallet state it, and lets the issuer make the profile. */
  readonly createProfile = async (enclave: Enclave): Promise<void> => {
    if (this.current.state !== "no-profile" || !this.wallet) {
      return;
    }
    const { withSigner } = this.current;
    const { wallet } = this;
    this.become({ state: "creating", withSigner });
    try {
      const request = await withSigner.requestProfile(enclave, this.newProfileId);
      await handToIssuer(this.config.issuerUrl, request);
      this.newProfileId = crypto.randomUUID();
      const me = await withSigner.logIn();
      this.become(me ? { state: "known", me, wallet } : { state: "no-profile", withSigner });
    } catch (problem) {
      this.become({ state: "no-profile", withSigner, problem });
    }
  };

  readonly leave = async (): Promise<void> => {
    if (this.current.state === "known") {
      const { me } = this.current;
      this.become({ state: "stranger", idle: me.idle });
      await me.logOut();
    } else if (this.current.state === "no-profile") {
      this.become({ state: "stranger", idle: this.current.withSigner.idle });
    }
  };

  private become(next: VisitState): void {
    this.current = next;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
