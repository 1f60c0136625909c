import { fromBase64, fromUtf8, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { randomBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import type { Signer } from "../signer.js";
import type { WalletChoice } from "./choice.js";
import { fromWallet, walletFailure, walletProblem } from "./failures.js";
import { nearKey, nearKeyBytes } from "./identifiers.js";
import { NEAR_RECIPIENT, nep413Container, nep413Payload } from "./schemes.js";

type Network = { readonly network?: string };
type NearWallet = {
  readonly manifest: { readonly id: string; readonly name: string };
  signIn(ask: Network): Promise<unknown>;
  getAccounts(ask: Network): Promise<unknown>;
  signMessage(ask: { message: string; recipient: string; nonce: Uint8Array }): Promise<unknown>;
};

const isFunction = (value: unknown) => typeof value === "function";
const Injected = v.custom<NearWallet>((value) => {
  const wallet = value as Partial<NearWallet> | null;
  return (
    typeof wallet?.manifest?.id === "string" &&
    typeof wallet.manifest.name === "string" &&
    isFunction(wallet.signIn) &&
    isFunction(wallet.getAccounts) &&
    isFunction(wallet.signMessage)
  );
});
const Accounts = v.pipe(v.array(v.object({ accountId: v.string() })), v.minLength(1));
const Signed = v.object({ accountId: v.string(), publicKey: v.string(), signature: v.string() });

/**
 * Tells every NEAR wallet that is injected into the page. No list of wallets is fetched and no
 * wallet's code is run in a frame: `pinned` names the ids that may appear, none means all.
 */
export function watchNearWallets(
  found: (wallet: WalletChoice) => void,
  pinned: readonly string[] = [],
): () => void {
  const heard = (event: Event) => {
    const read = v.safeParse(Injected, (event as CustomEvent<unknown>).detail);
    const isWelcome = (id: string) => pinned.length === 0 || pinned.includes(id);
    if (read.success && isWelcome(read.output.manifest.id)) {
      const wallet = read.output;
      found({
        id: `near:${wallet.manifest.id}`,
        name: wallet.manifest.name.slice(0, 100),
        walletType: "NEAR",
        connect: () => connectNear(wallet),
      });
    }
  };
  window.addEventListener("near-wallet-injected", heard);
  window.dispatchEvent(new Event("near-selector-ready"));
  return () => window.removeEventListener("near-wallet-injected", heard);
}

/** Signs in, then has the wallet sign once: only a signature tells which key of the account it is. */
export async function connectNear(wallet: NearWallet): Promise<Signer> {
  const network = { network: "mainnet" };
  const signMessage = async (message: Uint8Array) => {
    const nonce = randomBytes(32);
    const ask = { message: fromUtf8(message), recipient: NEAR_RECIPIENT, nonce };
    const signed = fromWallet(Signed, await wallet.signMessage(ask).catch(rethrow));
    const payload = nep413Payload(message, nonce, NEAR_RECIPIENT);
    const key = nearKeyBytes(signed.publicKey);
    const signature = fromBase64(signed.signature);
    if (!ed25519.verify(signature, sha256(payload), key)) {
      throw walletFailure("failed");
    }
    return { account: signed.accountId, key, container: nep413Container(payload, signature) };
  };
  await wallet.signIn(network).catch(rethrow);
  const accounts = fromWallet(Accounts, await wallet.getAccounts(network).catch(rethrow));
  const first = await signMessage(toUtf8("Connect this wallet with idOS"));
  const { key, account } = first;
  if (!accounts.some(({ accountId }) => accountId === account)) {
    throw walletFailure("changed");
  }
  const sign = async (message: Uint8Array) => {
    const signed = await signMessage(message);
    if (signed.account !== account || toHex(signed.key) !== toHex(key)) {
      throw walletFailure("changed");
    }
    return signed.container;
  };
  return {
    walletType: "NEAR",
    authType: "nep413",
    address: account,
    publicKey: nearKey(key),
    identifier: nearKey(key),
    sender: key,
    sign,
    proof: async (text) => toHex(await sign(toUtf8(text))).toUpperCase(),
  };
}

function rethrow(thrown: unknown): never {
  throw walletProblem(thrown);
}
