import { fromHex, toHex } from "@idos/protocol";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import type { Signer } from "../signer.js";
import type { WalletChoice } from "./choice.js";
import { heldEvm } from "./held.js";

const KEY = "idos-development-wallet";

/**
 * A wallet that holds its key in the page, in the open, for trying things out. Whoever can run a
 * script on this origin has the key: it is never for real data, and must be marked as such.
 */
export const developmentWallet = (name: string): WalletChoice => ({
  id: "development",
  name,
  walletType: "EVM",
  forDevelopment: true,
  connect: async () => heldInPage(window.localStorage),
});

function heldInPage(storage: Storage): Signer {
  const kept = storage.getItem(KEY);
  if (kept !== null && /^[0-9a-f]{64}$/.test(kept)) {
    return heldEvm(fromHex(kept));
  }
  const made = secp256k1.utils.randomSecretKey();
  storage.setItem(KEY, toHex(made));
  return heldEvm(made);
}
