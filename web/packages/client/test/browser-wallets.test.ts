import { fromBase64, fromHex, fromUtf8, toBase64, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { beforeEach, describe, expect, it } from "vitest";
import {
  askedWallets,
  customEd25519,
  heldEd25519,
  heldEvm,
  heldStellar,
  heldXrpl,
  type IdosError,
  type Signer,
  type WalletChoice,
  watchWallets,
} from "../src/index.js";
import { nearKey } from "../src/wallets/identifiers.js";
import { NEAR_RECIPIENT, nep413Payload } from "../src/wallets/schemes.js";
import { install, openPage, type TestWindow } from "./page.js";

const insecureTestKey = (fill: number) => new Uint8Array(32).fill(fill);
const text = "Sign this message to prove you own this wallet";
const reason = (error: IdosError) =>
  error.failure.kind === "wallet" ? error.failure.reason : error.failure.kind;
const reasonOf = (work: Promise<unknown>) => work.then(() => "none", reason);
const asked = (id: string): WalletChoice => {
  const found = askedWallets.find((wallet) => wallet.id === id);
  if (!found) {
    throw new Error(`no wallet ${id}`);
  }
  return found;
};

let page: TestWindow;
beforeEach(() => {
  page = openPage();
});

describe("EVM wallets", () => {
  type Answers = Record<string, (params: readonly unknown[]) => unknown>;

  function announced(answers: Answers): WalletChoice {
    const provider = {
      request: async ({ method, params = [] }: { method: string; params?: unknown[] }) =>
        answers[method]?.(params),
    };
    const info = { uuid: "1", name: "Test", rdns: "test.wallet", icon: "data:image/png;base64," };
    page.addEventListener("eip6963:requestProvider", () =>
      page.dispatchEvent(
        new CustomEvent("eip6963:announceProvider", { detail: { info, provider } }),
      ),
    );
    const found: WalletChoice[] = [];
    watchWallets((wallet) => found.push(wallet))();
    const [wallet] = found;
    if (!wallet) {
      throw new Error("nothing was announced");
    }
    return wallet;
  }
  const held = heldEvm(insecureTestKey(1));
  const signing = (signer: Signer): Answers => ({
    eth_requestAccounts: () => [signer.address.toLowerCase()],
    eth_accounts: () => [signer.address.toLowerCase()],
    personal_sign: ([message]) => signer.proof(fromUtf8(fromHex(String(message).slice(2)))),
  });

  it("an_announced_wallet_signs_what_it_is_handed", async () => {
    const signer = await announced(signing(held)).connect();
    expect(signer.address).toBe(held.address);
    expect(await signer.proof(text)).toBe(await held.proof(text));
  });

  it("a_refusal_is_told_as_a_refusal", async () => {
    const no = () => {
      throw Object.assign(new Error("User rejected the request."), { code: 4001 });
    };
    const signer = await announced({ ...signing(held), personal_sign: no }).connect();
    expect(await reasonOf(signer.proof(text))).toBe("refused");
  });

  it("a_wallet_that_shows_another_account_signs_nothing", async () => {
    const answers = signing(held);
    const signer = await announced(answers).connect();
    answers["eth_accounts"] = () => [heldEvm(insecureTestKey(2)).address];
    expect(await reasonOf(signer.proof(text))).toBe("changed");
  });

  it("a_wallet_that_was_locked_is_asked_to_open", async () => {
    const answers = { ...signing(held), eth_accounts: () => [] };
    const signer = await announced(answers).connect();
    expect(await signer.proof(text)).toBe(await held.proof(text));
  });

  it("a_signature_of_another_key_is_not_used", async () => {
    const other = signing(heldEvm(insecureTestKey(2)));
    const answers = { ...signing(held), personal_sign: other["personal_sign"] ?? (() => null) };
    const signer = await announced(answers).connect();
    expect(await reasonOf(signer.proof(text))).toBe("changed");
  });

  it("a_wallet_that_does_not_announce_itself_is_found_in_the_page", async () => {
    const answers = signing(held);
    const request = async ({ method, params = [] }: { method: string; params?: unknown[] }) =>
      answers[method]?.(params);
    Object.assign(page, { ethereum: { request } });
    const found: WalletChoice[] = [];
    watchWallets((wallet) => found.push(wallet))();
    expect(found.map(({ id }) => id)).toEqual(["evm:injected"]);
    expect(await (await found[0]?.connect())?.proof(text)).toBe(await held.proof(text));
  });

  it("one_that_comes_after_the_page_is_found_once", () => {
    const found: WalletChoice[] = [];
    const stop = watchWallets((wallet) => found.push(wallet));
    Object.assign(page, { ethereum: { request: async () => null } });
    page.dispatchEvent(new Event("ethereum#initialized"));
    page.dispatchEvent(new Event("ethereum#initialized"));
    stop();
    expect(found).toHaveLength(1);
  });

  it("the_same_wallet_is_not_told_twice", () => {
    Object.assign(page, { ethereum: { request: async () => null } });
    expect(announced(signing(held)).name).toBe("Test");
  });

  it("an_answer_of_another_shape_is_a_failure", async () => {
    const wallet = announced({ eth_requestAccounts: () => "0x" });
    expect(await reasonOf(wallet.connect())).toBe("failed");
  });
});

describe("NEAR wallets", () => {
  const seed = insecureTestKey(3);
  const wallet = (account: () => string, key = seed) => ({
    manifest: { id: "test-near", name: "Test" },
    signIn: async () => [{ accountId: "alice.near" }],
    getAccounts: async () => [{ accountId: "alice.near" }],
    signMessage: async ({ message, nonce }: { message: string; nonce: Uint8Array }) => ({
      accountId: account(),
      publicKey: nearKey(ed25519.getPublicKey(seed)),
      signature: toBase64(
        ed25519.sign(sha256(nep413Payload(toUtf8(message), nonce, NEAR_RECIPIENT)), key),
      ),
    }),
  });
  function injected(detail: object, pinned: readonly string[] = []): WalletChoice[] {
    page.addEventListener("near-selector-ready", () =>
      page.dispatchEvent(new CustomEvent("near-wallet-injected", { detail })),
    );
    const found: WalletChoice[] = [];
    watchWallets((choice) => found.push(choice), pinned)();
    return found;
  }

  it("a_named_account_signs_with_the_key_it_showed", async () => {
    const [choice] = injected(wallet(() => "alice.near"));
    const signer = await choice?.connect();
    expect(signer?.address).toBe("alice.near");
    expect(signer?.identifier).toBe(nearKey(ed25519.getPublicKey(seed)));
    const container = fromHex((await signer?.proof(text)) ?? "");
    const payload = container.subarray(2, -64);
    const signature = container.subarray(-64);
    expect(ed25519.verify(signature, sha256(payload), ed25519.getPublicKey(seed))).toBe(true);
  });

  it("another_account_in_the_middle_is_refused", async () => {
    let account = "alice.near";
    const [choice] = injected(wallet(() => account));
    const signer = await choice?.connect();
    account = "mallory.near";
    expect(await reasonOf(signer?.proof(text) ?? Promise.resolve())).toBe("changed");
  });

  it("a_refusal_in_words_is_told_as_a_refusal", async () => {
    const signMessage = async () => {
      throw new Error("User cancelled the action");
    };
    const [choice] = injected({ ...wallet(() => "alice.near"), signMessage });
    expect(await reasonOf(choice?.connect() ?? Promise.resolve())).toBe("refused");
  });

  it("a_signature_that_does_not_hold_is_refused", async () => {
    const [choice] = injected(wallet(() => "alice.near", insecureTestKey(4)));
    expect(await reasonOf(choice?.connect() ?? Promise.resolve())).toBe("failed");
  });

  it("a_wallet_that_is_not_pinned_does_not_appear", () => {
    expect(
      injected(
        wallet(() => "alice.near"),
        ["another"],
      ),
    ).toEqual([]);
  });
});

describe("GemWallet", () => {
  const held = heldXrpl(insecureTestKey(5), "secp256k1");
  const gem = (sign: (message: string) => Promise<string | null>) =>
    install(page, async (data) => {
      if (data["source"] !== "GEM_WALLET_MSG_REQUEST") {
        return null;
      }
      const { message } = (data["payload"] ?? {}) as { message?: string };
      const signed = data["type"] === "REQUEST_SIGN_MESSAGE/V3" ? await sign(message ?? "") : null;
      const body =
        data["type"] === "REQUEST_IS_INSTALLED/V3"
          ? { isInstalled: true }
          : data["type"] === "REQUEST_GET_PUBLIC_KEY/V3"
            ? { result: { address: held.address, publicKey: held.publicKey } }
            : { result: signed === null ? null : { signedMessage: signed } };
      return { source: "GEM_WALLET_MSG_RESPONSE", messagedId: data["messageId"], ...body };
    });

  it("signs_for_an_account_on_secp256k1", async () => {
    gem((message) => held.proof(message));
    const signer = await asked("gemwallet").connect();
    expect(await signer.proof(text)).toBe(await held.proof(text));
    expect(signer.identifier).toBe(held.address);
  });

  it("a_refusal_is_told_as_a_refusal", async () => {
    gem(async () => null);
    const signer = await asked("gemwallet").connect();
    expect(await reasonOf(signer.proof(text))).toBe("refused");
  });

  it("a_signature_of_another_account_is_not_used", async () => {
    gem((message) => heldXrpl(insecureTestKey(6), "secp256k1").proof(message));
    const signer = await asked("gemwallet").connect();
    expect(await reasonOf(signer.proof(text))).toBe("changed");
  });
});

describe("Crossmark", () => {
  const held = heldXrpl(insecureTestKey(7), "ed25519");

  it("signs_for_the_account_it_showed", async () => {
    Object.assign(page, { xrpl: { isCrossmark: true } });
    install(page, async (data) => {
      if (data["app"] !== "crossmark" || data["type"] !== "request") {
        return null;
      }
      const { hex } = data["data"] as { hex: string };
      const signature = await held.proof(fromUtf8(fromHex(hex)));
      const { address, publicKey } = held;
      const answer = { address, publicKey, signature };
      const response = { type: "response", id: data["id"], data: answer };
      return { app: "crossmark", type: "response", request: data, response };
    });
    const signer = await asked("crossmark").connect();
    expect(signer.address).toBe(held.address);
    expect(await signer.proof(text)).toBe(await held.proof(text));
  });

  it("is_missing_when_the_page_does_not_have_it", async () => {
    expect(await reasonOf(asked("crossmark").connect())).toBe("missing");
  });
});

describe("Freighter", () => {
  const seed = insecureTestKey(8);
  const freighter = (signBlob: (blob: string) => Promise<Uint8Array> | null) =>
    install(page, async (data) => {
      if (data["source"] !== "FREIGHTER_EXTERNAL_MSG_REQUEST") {
        return null;
      }
      const head = { source: "FREIGHTER_EXTERNAL_MSG_RESPONSE", messagedId: data["messageId"] };
      if (data["type"] === "REQUEST_CONNECTION_STATUS") {
        return { ...head, isConnected: true };
      }
      if (data["type"] === "REQUEST_ACCESS") {
        return { ...head, publicKey: heldStellar(seed, "sep53").address };
      }
      const signed = signBlob(String(data["blob"]));
      return signed === null
        ? { ...head, apiError: { code: -4, message: "no" } }
        : { ...head, signedBlob: toBase64(await signed) };
    });

  it("signs_by_sep53_as_today", async () => {
    const held = heldStellar(seed, "sep53");
    freighter((blob) => held.sign(toUtf8(blob)));
    const signer = await asked("freighter").connect();
    expect(await signer.proof(text)).toBe(await held.proof(text));
    expect(signer.authType).toBe("sep53");
    expect(fromUtf8(signer.sender)).toBe(held.address);
  });

  it("signs_raw_bytes_as_before", async () => {
    const held = heldStellar(seed, "ed25519");
    const decoded = (blob: string) => {
      try {
        return fromBase64(blob);
      } catch {
        return toUtf8("something else");
      }
    };
    freighter((blob) => held.sign(decoded(blob)));
    const signer = await asked("freighter").connect();
    expect(await signer.proof(text)).toBe(await held.proof(text));
    expect(signer.authType).toBe("ed25519");
    expect(toHex(signer.sender)).toBe(signer.publicKey);
  });

  it("a_refusal_is_told_as_a_refusal", async () => {
    freighter(() => null);
    const signer = await asked("freighter").connect();
    expect(await reasonOf(signer.proof(text))).toBe("refused");
  });
});

describe("A custom Ed25519 signer", () => {
  const held = heldEd25519(insecureTestKey(9));

  it("signs_with_the_key_it_named", async () => {
    const signer = customEd25519(fromHex(held.identifier), held.sign);
    expect(await signer.proof(text)).toBe(await held.proof(text));
  });

  it("a_signature_of_another_key_is_not_used", async () => {
    const other = heldEd25519(insecureTestKey(10));
    const signer = customEd25519(fromHex(held.identifier), other.sign);
    expect(await reasonOf(signer.proof(text))).toBe("changed");
  });

  it("what_it_throws_is_a_wallet_failure_without_its_words", async () => {
    const signer = customEd25519(fromHex(held.identifier), async () => {
      throw new Error("the face scan was aborted");
    });
    expect(await reasonOf(signer.proof(text))).toBe("refused");
  });
});
