import { fromHex, fromUtf8 } from "@idos/protocol";
import * as v from "valibot";
import type { Signer } from "../signer.js";
import { ABSENT_MS, askExtension } from "./extension.js";
import { fromWallet, walletFailure } from "./failures.js";
import { xrplSigner } from "./xrpl.js";

/** GemWallet for XRPL, spoken to by its messages: its package is not free software. */

const Installed = v.object({ isInstalled: v.literal(true) });
const Account = v.object({
  result: v.object({ address: v.string(), publicKey: v.string() }),
});
const Signed = v.object({ result: v.object({ signedMessage: v.string() }) });

async function ask(type: string, payload?: object, patienceMs?: number): Promise<unknown> {
  const messageId = Date.now() + Math.random();
  return askExtension({
    message: { app: "gem-wallet", type, source: "GEM_WALLET_MSG_REQUEST", messageId, payload },
    answer: (data) =>
      data["source"] === "GEM_WALLET_MSG_RESPONSE" && data["messagedId"] === messageId
        ? data
        : undefined,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
}

/** A refusal is an answer without a result. */
function given<const S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: S,
  answer: unknown,
): v.InferOutput<S> {
  if ((answer as { result?: unknown }).result == null) {
    throw walletFailure("refused");
  }
  return fromWallet(schema, answer);
}

export async function connectGem(): Promise<Signer> {
  const installed = await ask("REQUEST_IS_INSTALLED/V3", undefined, ABSENT_MS);
  if (!v.is(Installed, installed)) {
    throw walletFailure("missing");
  }
  const { result } = given(Account, await ask("REQUEST_GET_PUBLIC_KEY/V3"));
  const sign = async (message: Uint8Array) => {
    const payload = { message: fromUtf8(message), isHex: false };
    const answer = await ask("REQUEST_SIGN_MESSAGE/V3", payload);
    return fromHex(given(Signed, answer).result.signedMessage);
  };
  return xrplSigner(result.address, result.publicKey, sign);
}
