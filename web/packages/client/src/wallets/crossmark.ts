import { fromHex, toHex, toUtf8 } from "@idos/protocol";
import * as v from "valibot";
import type { Signer } from "../signer.js";
import { askExtension } from "./extension.js";
import { fromWallet, walletFailure } from "./failures.js";
import { xrplSigner } from "./xrpl.js";

/** Crossmark for XRPL, spoken to by its messages: its package brings a whole chain library along. */

const Answer = v.object({
  data: v.object({
    address: v.string(),
    publicKey: v.string(),
    signature: v.string(),
  }),
});

const isHere = () =>
  v.is(v.object({ isCrossmark: v.literal(true) }), (window as unknown as { xrpl?: unknown }).xrpl);

async function signIn(message: Uint8Array) {
  const id = crypto.randomUUID();
  const answer = await askExtension({
    message: {
      app: "crossmark",
      type: "request",
      id,
      command: "sign",
      data: { tx: { TransactionType: "SignIn" }, hex: toHex(message).toUpperCase() },
    },
    answer: (data) => {
      const response = data["response"] as { id?: unknown } | null | undefined;
      const isOurs =
        data["app"] === "crossmark" && data["type"] === "response" && response?.id === id;
      return isOurs ? response : undefined;
    },
  });
  const refused = (answer as { data?: { signature?: unknown } }).data?.signature === undefined;
  if (refused) {
    throw walletFailure("refused");
  }
  return fromWallet(Answer, answer).data;
}

export async function connectCrossmark(): Promise<Signer> {
  if (!isHere()) {
    throw walletFailure("missing");
  }
  const { address, publicKey } = await signIn(toUtf8("Connect this wallet with idOS"));
  return xrplSigner(address, publicKey, async (message) => {
    const signed = await signIn(message);
    if (signed.address !== address) {
      throw walletFailure("changed");
    }
    return fromHex(signed.signature);
  });
}
