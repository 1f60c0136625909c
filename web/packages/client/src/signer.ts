/** The kinds of wallet a profile may hold, by the names of the wire. */
export type WalletType = "EVM" | "NEAR" | "XRPL" | "Stellar" | "FaceSign";

/** How a wallet authenticates logins and transactions. */
export type AuthType = "secp256k1_ep" | "ed25519" | "nep413" | "xrpl" | "sep53";

/** What a page needs of a wallet. The key stays where it is. */
export interface Signer {
  readonly walletType: WalletType;
  readonly authType: AuthType;
  /** The address as the wallet writes it. */
  readonly address: string;
  /** The public key beside the address, for wallets that have one. */
  readonly publicKey: string | null;
  /** What papers and grants call this wallet. */
  readonly identifier: string;
  /** The sender bytes of the wire. */
  readonly sender: Uint8Array;
  /** Signs a login or a transaction. Rejects with an [IdosError] of kind `wallet` when it does not. */
  sign(message: Uint8Array): Promise<Uint8Array>;
  /** Signs a text the way this wallet proves itself and signs grant papers. */
  proof(text: string): Promise<string>;
}
