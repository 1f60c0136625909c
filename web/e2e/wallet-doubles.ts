import {
  heldEd25519,
  heldEvm,
  heldNear,
  heldStellar,
  heldXrpl,
  type Signer,
  type WalletType,
} from "@idos/client";
import { fromBase64, fromHex, fromUtf8, toBase64, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { BrowserContext } from "playwright-core";
import { nep413Payload } from "../packages/client/src/wallets/schemes.js";
import { type Asked, install, type Reply } from "./wallet-scripts.js";

/** A wallet a test puts into a page. Its keys are real and stay in the test. */
export type Double = {
  readonly name: string;
  /** What the page's script of it is called, and what the page asks for. */
  readonly kind: string;
  readonly choice: string;
  readonly walletType: WalletType;
  /** The account of a key. */
  readonly account: (seed: Uint8Array) => Signer;
  /** Answers what the page's script passes on. */
  readonly answer: (asked: Asked, seed: Uint8Array) => Promise<Reply>;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const evm = async ({ method, params }: Asked, seed: Uint8Array): Promise<Reply> => {
  const account = heldEvm(seed);
  return method === "personal_sign"
    ? account.proof(fromUtf8(fromHex(text(params[0]).slice(2))))
    : [account.address];
};
const near = async ({ method, params }: Asked, seed: Uint8Array): Promise<Reply> => {
  const { address: accountId, publicKey } = heldNear(seed);
  if (method !== "signMessage") {
    return [{ accountId }];
  }
  const [message, recipient, nonce] = params;
  const bytes = new Uint8Array(nonce as number[]);
  const payload = nep413Payload(toUtf8(text(message)), bytes, text(recipient));
  const signature = toBase64(ed25519.sign(sha256(payload), seed));
  return { accountId, publicKey, signature };
};
const xrplAccount = (curve: "ed25519" | "secp256k1") => (seed: Uint8Array) => heldXrpl(seed, curve);
const xrpl =
  (curve: "ed25519" | "secp256k1") =>
  async ({ method, params }: Asked, seed: Uint8Array): Promise<Reply> => {
    const { address, publicKey, proof } = heldXrpl(seed, curve);
    return method === "account"
      ? { address, publicKey }
      : { address, publicKey, signature: await proof(text(params[0])) };
  };
const stellar =
  (form: (blob: string) => Uint8Array, scheme: "sep53" | "ed25519") =>
  async ({ method, params }: Asked, seed: Uint8Array): Promise<Reply> => {
    const { address, sign } = heldStellar(seed, scheme);
    return method === "account" ? address : toBase64(await sign(form(text(params[0]))));
  };
/** Freighters of before sign what the base64 stands for, and anything else somehow. */
const rawBlob = (blob: string) => {
  try {
    return fromBase64(blob);
  } catch {
    return toUtf8(blob.slice(0, 8));
  }
};

export const DOUBLES: readonly Double[] = [
  {
    name: "an EVM wallet that announces itself",
    kind: "evm",
    choice: "evm:test.wallet:11111111-2222-4333-8444-555555555555",
    walletType: "EVM",
    account: heldEvm,
    answer: evm,
  },
  {
    name: "an EVM wallet of before, in window.ethereum",
    kind: "ethereum",
    choice: "evm:injected",
    walletType: "EVM",
    account: heldEvm,
    answer: evm,
  },
  {
    name: "a NEAR wallet",
    kind: "near",
    choice: "near:test-near",
    walletType: "NEAR",
    account: (seed) => heldNear(seed),
    answer: near,
  },
  {
    name: "Crossmark on Ed25519",
    kind: "crossmark",
    choice: "crossmark",
    walletType: "XRPL",
    account: xrplAccount("ed25519"),
    answer: xrpl("ed25519"),
  },
  {
    name: "GemWallet on secp256k1",
    kind: "gemwallet",
    choice: "gemwallet",
    walletType: "XRPL",
    account: xrplAccount("secp256k1"),
    answer: xrpl("secp256k1"),
  },
  {
    name: "Freighter of today, by SEP-53",
    kind: "freighter",
    choice: "freighter",
    walletType: "Stellar",
    account: (seed) => heldStellar(seed, "sep53"),
    answer: stellar(toUtf8, "sep53"),
  },
  {
    name: "Freighter of before, raw",
    kind: "freighter",
    choice: "freighter",
    walletType: "Stellar",
    account: (seed) => heldStellar(seed, "ed25519"),
    answer: stellar(rawBlob, "ed25519"),
  },
  {
    name: "a custom signer like FaceSign",
    kind: "custom",
    choice: "custom",
    walletType: "FaceSign",
    account: heldEd25519,
    answer: async ({ method, params }, seed) =>
      method === "account"
        ? heldEd25519(seed).identifier
        : toHex(await heldEd25519(seed).sign(toUtf8(text(params[0])))),
  },
];

/** What a test changes about the wallet while a page uses it. */
export class WalletHand {
  refuses = false;

  constructor(
    private readonly double: Double,
    public seed: Uint8Array,
  ) {}

  get account(): Signer {
    return this.double.account(this.seed);
  }

  /** Puts the wallet into every page of a browser from now on. */
  async into(context: BrowserContext): Promise<void> {
    const binding = "__wallet";
    await context.exposeBinding(binding, async (_source: unknown, asked: Asked) =>
      this.refuses && asked.method !== "eth_accounts"
        ? { refused: true }
        : { reply: await this.double.answer(asked, this.seed) },
    );
    await context.addInitScript(install, { kind: this.double.kind, binding });
  }
}
