import { developmentWalletLink, type WalletChoice } from "@idos/client";

/** The way to another site of the demo; the development wallet comes along, a real one does anyway. */
export const elsewhere = (url: string, wallet: WalletChoice): string =>
  wallet.forDevelopment === true ? developmentWalletLink(url) : url;
