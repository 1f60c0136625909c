import {
  configure,
  type Enclave,
  handToIssuer,
  type Idle,
  type LoggedIn,
  type WalletChoice,
  type WithSigner,
} from "@idos/client";

/** Where the person is on the way in. A problem is shown beside it and goes with the next step. */
export type VisitState =
  | { readonly state: "starting" }
  | { readonly state: "unreachable"; readonly problem: unknown }
  | { readonly state: "disconnected"; readonly idle: Idle; readonly problem?: unknown }
  | { readonly state: "connecting"; readonly idle: Idle; readonly wallet: WalletChoice }
  | { readonly state: "no-profile"; readonly withSigner: WithSigner; readonly problem?: unknown }
  | { readonly state: "creating"; readonly withSigner: WithSigner }
  | { readonly state: "logged-in"; readonly me: LoggedIn; readonly wallet: WalletChoice };

/** What a visit needs to know of the site it is at. */
type Site = {
  readonly nodeUrls: readonly string[];
  readonly chainId?: string | undefined;
  readonly issuerUrl: string;
};

const LAST_WALLET = "idos-last-wallet";

/** A person's visit at a site, as a store that its pages subscribe to. */
export class Visit {
  private current: VisitState = { state: "starting" };
  private readonly listeners = new Set<() => void>();
  private wallet: WalletChoice | null = null;
  /** The id of a profile that is being made stays the same when the person tries again. */
  private newProfileId: string = crypto.randomUUID();

  constructor(private readonly site: Site) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
  readonly snapshot = () => this.current;

  /** The wallet that was used the last time, by its id. */
  get lastWallet(): string | null {
    return localStorage.getItem(LAST_WALLET);
  }

  /** Finds the network. */
  readonly start = async (): Promise<void> => {
    this.become({ state: "starting" });
    try {
      const idle = await configure(this.site).connect();
      this.become({ state: "disconnected", idle });
    } catch (problem) {
      this.become({ state: "unreachable", problem });
    }
  };

  /** Logs in with a wallet, or finds that it has no profile. */
  readonly connect = async (wallet: WalletChoice): Promise<void> => {
    if (this.current.state !== "disconnected") {
      return;
    }
    const { idle } = this.current;
    this.wallet = wallet;
    this.become({ state: "connecting", idle, wallet });
    try {
      const withSigner = idle.withSigner(await wallet.connect());
      localStorage.setItem(LAST_WALLET, wallet.id);
      const me = (await withSigner.hasProfile()) ? await withSigner.logIn() : null;
      this.become(me ? { state: "logged-in", me, wallet } : { state: "no-profile", withSigner });
    } catch (problem) {
      this.become({ state: "disconnected", idle, problem });
    }
  };

  /** Makes a key, has the wallet state it, and lets the issuer make the profile. */
  readonly createProfile = async (enclave: Enclave): Promise<void> => {
    const { wallet } = this;
    if (this.current.state !== "no-profile" || !wallet) {
      return;
    }
    const { withSigner } = this.current;
    this.become({ state: "creating", withSigner });
    try {
      await handToIssuer(
        this.site.issuerUrl,
        await withSigner.requestProfile(enclave, this.newProfileId),
      );
      this.newProfileId = crypto.randomUUID();
      const me = await withSigner.logIn();
      this.become(me ? { state: "logged-in", me, wallet } : { state: "no-profile", withSigner });
    } catch (problem) {
      this.become({ state: "no-profile", withSigner, problem });
    }
  };

  /** Ends the login. */
  readonly disconnect = async (): Promise<void> => {
    localStorage.removeItem(LAST_WALLET);
    if (this.current.state === "logged-in") {
      const { me } = this.current;
      this.become({ state: "disconnected", idle: me.idle });
      await me.logOut();
    } else if (this.current.state === "no-profile") {
      this.become({ state: "disconnected", idle: this.current.withSigner.idle });
    }
  };

  /** The login has ended by itself. */
  readonly expired = (problem: unknown): void => {
    if (this.current.state === "logged-in") {
      this.become({ state: "disconnected", idle: this.current.me.idle, problem });
    }
  };

  private become(next: VisitState): void {
    this.current = next;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
