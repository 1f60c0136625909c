import * as v from "valibot";
import { positional, VIEWS } from "./catalogue.js";
import type { Enclave } from "./enclave.js";
import { distrusted } from "./failure.js";
import { LoggedIn } from "./logged-in.js";
import { makeProfileRequest, type ProfileRequest } from "./profile-request.js";
import { ChainInfo, HasProfile, Operator, Party, Profile, Status } from "./rows.js";
import { Nodes, parsed } from "./rpc.js";
import { callOpenly, Session } from "./session.js";
import type { Signer } from "./signer.js";

/** Where a page finds the network. Without a chain id it believes the first node that answers. */
export type Configuration = {
  readonly nodeUrls: readonly string[];
  readonly chainId?: string | undefined;
};

/** The states of a page, one after the other: configured, idle, with signer, logged in. */
export class Configured {
  readonly state = "configured";

  constructor(private readonly configuration: Configuration) {}

  /** Finds the network. Refuses one with another chain id than the configured. */
  async connect(): Promise<Idle> {
    const nodes = new Nodes(this.configuration.nodeUrls.map((url) => url.replace(/\/+$/, "")));
    const info = parsed(ChainInfo, await nodes.ask("user.chain_info", {}));
    const { chainId = info.chain_id } = this.configuration;
    if (info.chain_id !== chainId) {
      throw distrusted("the node belongs to another network");
    }
    return new Idle(nodes, chainId);
  }
}

/** The network answers; nobody is here yet. */
export class Idle {
  readonly state = "idle";

  constructor(
    readonly nodes: Nodes,
    readonly chainId: string,
  ) {}

  /** Whether some profile has a wallet with this address. */
  async hasProfile(address: string, caller?: Signer): Promise<boolean> {
    const args = positional(VIEWS.has_profile, { address });
    const [row] = await callOpenly(this.nodes, "has_profile", args, caller);
    return parsed(HasProfile, row).has_profile;
  }

  async operators(): Promise<Operator[]> {
    return parsed(v.array(Operator), await this.nodes.ask("idos.operators", {}));
  }

  /** The verified names among these identifiers. Who is not in the map is not known. */
  async parties(identifiers: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (let at = 0; at < identifiers.length; at += MOST_PARTIES) {
      const some = identifiers.slice(at, at + MOST_PARTIES);
      const found = await this.nodes.ask("idos.parties", { identifiers: some });
      for (const { identifier, name } of parsed(v.array(Party), found)) {
        names.set(identifier, name);
      }
    }
    return names;
  }

  async status(): Promise<Status> {
    return parsed(Status, await this.nodes.ask("idos.status", {}));
  }

  withSigner(signer: Signer): WithSigner {
    return new WithSigner(this, signer);
  }
}

const MOST_PARTIES = 100;

/** A wallet is here; nothing has been signed yet. */
export class WithSigner {
  readonly state = "with-signer";

  constructor(
    readonly idle: Idle,
    readonly signer: Signer,
  ) {}

  hasProfile(): Promise<boolean> {
    return this.idle.hasProfile(this.signer.address, this.signer);
  }

  /** Makes the key in the enclave and has the wallet state it: what an issuer makes a profile of. */
  requestProfile(enclave: Enclave, id: string = crypto.randomUUID()): Promise<ProfileRequest> {
    return makeProfileRequest(this.signer, enclave, this.idle.chainId, id);
  }

  /** Logs in. Null when this wallet has no profile. */
  async logIn(): Promise<LoggedIn | null> {
    const session = new Session(this.idle.nodes, this.idle.chainId, this.signer);
    const [row] = await session.call("get_user");
    return row === undefined ? null : new LoggedIn(this.idle, session, parsed(Profile, row));
  }
}

/** The way in. */
export const configure = (configuration: Configuration) => new Configured(configuration);
