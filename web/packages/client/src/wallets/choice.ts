import type { Signer, WalletType } from "../signer.js";

/** A wallet the person can choose. */
export interface WalletChoice {
  readonly id: string;
  readonly name: string;
  readonly walletType: WalletType;
  /** A `data:` address of a picture the wallet announces of itself. Its name and picture are claims. */
  readonly icon?: string;
  /** True for the wallet that holds its key in the page: never for real data. */
  readonly forDevelopment?: boolean;
  /** Where to get it, when it is not here. */
  readonly getIt?: string;
  /** Asks the wallet for its account. Rejects with an [IdosError] of kind `wallet`. */
  connect(): Promise<Signer>;
}
