import { all } from "../pages.js";
import { Wallet } from "../rows.js";
import { run } from "../run.js";
import type { Session } from "../session.js";
import type { Signer } from "../signer.js";

/** The wallets that open a profile. */
export class Wallets {
  constructor(
    private readonly session: Session,
    private readonly profileId: string,
  ) {}

  list(): Promise<Wallet[]> {
    return all(this.session, "get_wallets_page", Wallet);
  }

  /** Adds another wallet. It signs a text that is good for this profile and network only. */
  async add(other: Signer): Promise<string> {
    const id = crypto.randomUUID();
    const message = [
      "Sign this message to add this wallet to an idOS profile",
      `profile: ${this.profileId}`,
      `network: ${this.session.chainId}`,
      `nonce: ${crypto.randomUUID()}`,
    ].join("\n");
    const signature = await other.proof(message);
    await run(this.session, "add_wallet", {
      id,
      address: other.address,
      public_key: other.publicKey,
      wallet_type: other.walletType,
      message,
      signature,
    });
    return id;
  }

  /** Takes another wallet out of the profile. */
  async remove(id: string): Promise<void> {
    await run(this.session, "remove_wallet", { id });
  }

  /** Takes a wallet out of the profile, be it the last one or the one logged in with. */
  async leave(id: string): Promise<void> {
    await run(this.session, "leave_profile", { wallet_id: id });
  }

  /** Whether a stored wallet is the one logged in with. */
  isMine(wallet: Wallet): boolean {
    const { address, publicKey } = this.session.signer;
    return (
      wallet.address.toLowerCase() === address.toLowerCase() ||
      (publicKey !== null && wallet.public_key?.toLowerCase() === publicKey.toLowerCase())
    );
  }
}
