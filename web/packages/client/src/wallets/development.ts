import { fromHex, toHex } from "@idos/protocol";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import type { WalletChoice } from "./choice.js";
import { heldEvm } from "./held.js";

const KEY = "idos-development-wallet";
const IN_LINK = /^#development-wallet=([0-9a-f]{64})$/;

/**
 * A wallet that holds its key in the page, in the open, for trying things out. Whoever can run a
 * script on this origin has the key: it is never for real data, and must be marked as such.
 */
export function developmentWallet(name: string): WalletChoice {
  takeFromLink();
  return {
    id: "development",
    name,
    walletType: "EVM",
    forDevelopment: true,
    connect: async () => heldEvm(fromHex(keptKey())),
  };
}

/**
 * The way to another site of a demonstration with the same development wallet: unlike a real one,
 * it does not come along by itself. The key stands behind the #, which is not sent to any server.
 */
export const developmentWalletLink = (url: string): string =>
  `${url}#development-wallet=${keptKey()}`;

/** A wallet that came with a link is this tab's; the one that is kept here is not lost by it. */
function takeFromLink(): void {
  const key = IN_LINK.exec(window.location.hash)?.[1];
  if (key !== undefined) {
    window.sessionStorage.setItem(KEY, key);
    window.history.replaceState(
      window.history.state,
      "",
      window.location.pathname + window.location.search,
    );
  }
}

function keptKey(): string {
  const kept = window.sessionStorage.getItem(KEY) ?? window.localStorage.getItem(KEY);
  if (kept !== null && /^[0-9a-f]{64}$/.test(kept)) {
    return kept;
  }
  const made = toHex(secp256k1.utils.randomSecretKey());
  window.localStorage.setItem(KEY, made);
  return made;
}
