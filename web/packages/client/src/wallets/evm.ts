import { fromHex, toHex, toUtf8 } from "@idos/protocol";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import * as v from "valibot";
import type { Signer } from "../signer.js";
import type { WalletChoice } from "./choice.js";
import { fromWallet, walletFailure, walletProblem } from "./failures.js";
import { evmAddress, evmAddressBytes } from "./identifiers.js";
import { eip191Digest } from "./schemes.js";

/** EIP-1193: what a browser wallet for EVM chains offers. */
type Provider = {
  request(ask: { method: string; params?: readonly unknown[] }): Promise<unknown>;
};

const Injected = v.custom<Provider>(
  (value) => typeof (value as { request?: unknown } | null)?.request === "function",
);
const Announcement = v.object({
  info: v.object({
    uuid: v.string(),
    name: v.pipe(v.string(), v.maxLength(100)),
    rdns: v.string(),
    icon: v.optional(v.string()),
  }),
  provider: Injected,
});
const Accounts = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/))),
  v.minLength(1),
);
const Signature = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{130}$/));

/**
 * Tells every EVM wallet that announces itself (EIP-6963), now or later, and the one of before that
 * only leaves itself in the page, when none announces itself. Returns the way to stop.
 */
export function watchEvmWallets(found: (wallet: WalletChoice) => void): () => void {
  let isAnnounced = false;
  const heard = (event: Event) => {
    const read = v.safeParse(Announcement, (event as CustomEvent<unknown>).detail);
    if (read.success) {
      isAnnounced = true;
      found(choiceOf(read.output));
    }
  };
  const look = () => {
    const { ethereum } = window as { ethereum?: unknown };
    if (!isAnnounced && v.is(Injected, ethereum)) {
      window.removeEventListener(LATE, look);
      found(legacyChoice(ethereum));
    }
  };
  window.addEventListener("eip6963:announceProvider", heard);
  window.addEventListener(LATE, look);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  look();
  return () => {
    window.removeEventListener("eip6963:announceProvider", heard);
    window.removeEventListener(LATE, look);
  };
}

/** What a wallet of before says when it comes after the page. */
const LATE = "ethereum#initialized";

const legacyChoice = (provider: Provider): WalletChoice => ({
  id: "evm:injected",
  name: "Browser wallet",
  walletType: "EVM",
  connect: () => connectEvm(provider),
});

function choiceOf({ info, provider }: v.InferOutput<typeof Announcement>): WalletChoice {
  const icon = info.icon?.startsWith("data:image/") ? { icon: info.icon } : {};
  return {
    id: `evm:${info.rdns}:${info.uuid}`,
    name: info.name,
    walletType: "EVM",
    ...icon,
    connect: () => connectEvm(provider),
  };
}

/** Asks an EVM wallet for its account. */
export async function connectEvm(provider: Provider): Promise<Signer> {
  const ask = async (method: string, params: readonly unknown[] = []) => {
    try {
      return await provider.request({ method, params });
    } catch (thrown) {
      throw walletProblem(thrown);
    }
  };
  const [account = ""] = fromWallet(Accounts, await ask("eth_requestAccounts"));
  const sender = fromHex(account.slice(2));
  const address = evmAddress(sender);

  /** The wallet may show another account by now: nothing is signed with that one. */
  const sign = async (message: Uint8Array) => {
    const open = v.safeParse(Accounts, await ask("eth_accounts"));
    // A wallet that was locked meanwhile names nobody: it is asked to open again.
    const now = open.success ? open.output : fromWallet(Accounts, await ask("eth_requestAccounts"));
    if (!now.some((other) => other.toLowerCase() === account.toLowerCase())) {
      throw walletFailure("changed");
    }
    const signed = fromWallet(
      Signature,
      await ask("personal_sign", [`0x${toHex(message)}`, account]),
    );
    const signature = fromHex(signed.slice(2));
    if (evmAddress(signerOf(message, signature)) !== address) {
      throw walletFailure("changed");
    }
    return signature;
  };
  return {
    walletType: "EVM",
    authType: "secp256k1_ep",
    address,
    publicKey: null,
    identifier: address,
    sender,
    sign,
    proof: async (text) => `0x${toHex(await sign(toUtf8(text)))}`,
  };
}

function signerOf(message: Uint8Array, signature: Uint8Array): Uint8Array {
  const recovery = (signature[64] ?? 0) % 27;
  const recovered = Uint8Array.of(recovery, ...signature.subarray(0, 64));
  try {
    const options = { prehash: false };
    return evmAddressBytes(secp256k1.recoverPublicKey(recovered, eip191Digest(message), options));
  } catch {
    throw walletFailure("failed");
  }
}
