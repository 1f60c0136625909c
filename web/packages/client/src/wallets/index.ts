import type { WalletChoice } from "./choice.js";
import { watchEvmWallets } from "./evm.js";
import { watchNearWallets } from "./near.js";

export type { WalletChoice } from "./choice.js";
export { developmentWallet, developmentWalletLink } from "./development.js";
export { connectEvm, watchEvmWallets } from "./evm.js";
export { walletProblem } from "./failures.js";
export {
  customEd25519,
  heldEd25519,
  heldEvm,
  heldNear,
  heldStellar,
  heldXrpl,
} from "./held.js";
export { connectNear, watchNearWallets } from "./near.js";

/** Wallets that cannot be seen before they are asked. Their code is loaded when they are chosen. */
export const askedWallets: readonly WalletChoice[] = [
  {
    id: "freighter",
    name: "Freighter",
    walletType: "Stellar",
    getIt: "https://www.freighter.app",
    connect: async () => (await import("./freighter.js")).connectFreighter(),
  },
  {
    id: "gemwallet",
    name: "GemWallet",
    walletType: "XRPL",
    getIt: "https://gemwallet.app",
    connect: async () => (await import("./gem.js")).connectGem(),
  },
  {
    id: "crossmark",
    name: "Crossmark",
    walletType: "XRPL",
    getIt: "https://crossmark.io",
    connect: async () => (await import("./crossmark.js")).connectCrossmark(),
  },
];

/** Tells the wallets that announce themselves in this page. Returns the way to stop. */
export function watchWallets(
  found: (wallet: WalletChoice) => void,
  pinnedNearWallets: readonly string[] = [],
): () => void {
  const stops = [watchEvmWallets(found), watchNearWallets(found, pinnedNearWallets)];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}
