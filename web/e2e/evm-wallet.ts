import type { Signer } from "@idos/client";
import { fromHex, fromUtf8 } from "@idos/protocol";
import type { BrowserContext } from "playwright-core";

/** What a test may change about the injected wallet while a page uses it. */
export type WalletSwitch = {
  /** Whether it refuses to sign: everything, nothing, or some texts. */
  refuses: boolean | ((text: string) => boolean);
  account: Signer;
};

/** An EVM wallet as an extension injects it; its key never enters the page. */
export async function injectEvm(context: BrowserContext, signer: Signer): Promise<WalletSwitch> {
  const wallet: WalletSwitch = { refuses: false, account: signer };
  await context.exposeBinding(
    "__evm",
    async (_source: unknown, method: string, params: readonly unknown[] = []) => {
      if (method === "eth_requestAccounts" || method === "eth_accounts") {
        return { result: [wallet.account.address] };
      }
      if (method === "personal_sign") {
        const message = fromUtf8(fromHex(String(params[0]).slice(2)));
        const { refuses } = wallet;
        if (!(typeof refuses === "function" ? refuses(message) : refuses)) {
          return { result: await wallet.account.proof(message) };
        }
      }
      return { error: { code: 4001, message: "User rejected the request." } };
    },
  );
  await context.addInitScript(announce);
  return wallet;
}

/** Runs in the page: announces the wallet by EIP-6963. */
function announce(): void {
  type Answer = { result?: unknown; error?: { code: number; message: string } };
  type Ask = (method: string, params?: readonly unknown[]) => Promise<Answer>;
  const ask = (globalThis as unknown as { __evm: Ask }).__evm;
  const provider = {
    request: async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
      const { result, error } = await ask(method, params);
      if (error) {
        throw Object.assign(new Error(error.message), error);
      }
      return result;
    },
  };
  const info = {
    uuid: "11111111-2222-4333-8444-555555555555",
    name: "Test wallet",
    rdns: "test.wallet",
  };
  const say = () =>
    dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: { info, provider } }));
  addEventListener("eip6963:requestProvider", say);
  say();
}
