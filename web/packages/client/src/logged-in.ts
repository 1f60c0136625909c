import type * as v from "valibot";
import type { Idle } from "./connection.js";
import { Account } from "./owner/account.js";
import { Attributes } from "./owner/attributes.js";
import { Credentials } from "./owner/credentials.js";
import { Papers } from "./owner/papers.js";
import { Sharing } from "./owner/sharing.js";
import { Wallets } from "./owner/wallets.js";
import type { Profile } from "./rows.js";
import type { Session } from "./session.js";

/** A person is logged in. What they own is reached by subject. */
export class LoggedIn {
  readonly state = "logged-in";
  readonly credentials: Credentials;
  readonly sharing: Sharing;
  readonly papers: Papers;
  readonly wallets: Wallets;
  readonly attributes: Attributes;
  readonly account: Account;

  constructor(
    readonly idle: Idle,
    readonly session: Session,
    readonly profile: v.InferOutput<typeof Profile>,
  ) {
    this.credentials = new Credentials(session, profile);
    this.sharing = new Sharing(session, this.credentials);
    this.papers = new Papers(session, profile);
    this.wallets = new Wallets(session, profile.id);
    this.attributes = new Attributes(session);
    this.account = new Account(this);
  }

  get signer() {
    return this.session.signer;
  }

  /** Ends the login. The enclave stays as it is. */
  async logOut(): Promise<Idle> {
    await this.session.logOut();
    return this.idle;
  }
}
