import { fromUtf8, toBase64, toHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { base64 } from "@scure/base";
import * as v from "valibot";
import type { Signer } from "../signer.js";
import { ABSENT_MS, askExtension } from "./extension.js";
import { fromWallet, walletFailure } from "./failures.js";
import { stellarKeyBytes } from "./identifiers.js";
import { sep53Digest } from "./schemes.js";

/** Freighter for Stellar, spoken to by its messages; signatures of today (SEP-53) and of before. */

const Connected = v.object({ isConnected: v.literal(true) });
const Account = v.object({ publicKey: v.pipe(v.string(), v.startsWith("G")) });
const Signed = v.object({ signedBlob: v.string() });
const Refused = v.object({ apiError: v.object({}) });

async function ask(type: string, more: object = {}, patienceMs?: number): Promise<unknown> {
  const messageId = Date.now() + Math.random();
  const source = "FREIGHTER_EXTERNAL_MSG_REQUEST";
  const answer = await askExtension({
    message: { source, messageId, type, ...more },
    answer: (data) =>
      data["source"] === "FREIGHTER_EXTERNAL_MSG_RESPONSE" && data["messagedId"] === messageId
        ? data
        : undefined,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  if (v.is(Refused, answer)) {
    throw walletFailure("refused");
  }
  return answer;
}

/** How a Freighter is handed a message: as its text, or, by older ones, in base64. */
const FORMS = [fromUtf8, toBase64] as const;

export async function connectFreighter(): Promise<Signer> {
  const status = await ask("REQUEST_CONNECTION_STATUS", {}, ABSENT_MS);
  if (!v.is(Connected, status)) {
    throw walletFailure("missing");
  }
  const { publicKey: address } = fromWallet(Account, await ask("REQUEST_ACCESS"));
  const key = stellarKeyBytes(address);
  let authType: "sep53" | "ed25519" = "sep53";
  let form = 0;

  const signAs = async (message: Uint8Array, as: number) => {
    const blob = (FORMS[as] ?? fromUtf8)(message);
    const { signedBlob } = fromWallet(Signed, await ask("SUBMIT_BLOB", { blob }));
    return signatureBytes(signedBlob);
  };
  /** The first signature shows which kind of Freighter this is; later ones must be of that kind. */
  const sign = async (message: Uint8Array) => {
    for (const as of form === 0 ? [0, 1] : [form]) {
      const signature = await signAs(message, as);
      const scheme = schemeOf(signature, message, key);
      if (scheme !== null) {
        form = as;
        authType = scheme;
        return signature;
      }
    }
    throw walletFailure("changed");
  };
  return {
    walletType: "Stellar",
    get authType() {
      return authType;
    },
    address,
    publicKey: toHex(key),
    identifier: address,
    get sender() {
      return authType === "sep53" ? toUtf8(address) : key;
    },
    sign,
    proof: async (text) => toHex(await sign(toUtf8(text))),
  };
}

/** The 64 bytes, also out of base64 that was encoded twice. */
function signatureBytes(text: string): Uint8Array {
  try {
    const once = base64.decode(text);
    return once.length > 64 ? base64.decode(fromUtf8(once)) : once;
  } catch {
    throw walletFailure("failed");
  }
}

function schemeOf(signature: Uint8Array, message: Uint8Array, key: Uint8Array) {
  const holds = (signed: Uint8Array) => {
    try {
      return ed25519.verify(signature, signed, key);
    } catch {
      return false;
    }
  };
  return holds(sep53Digest(message)) ? "sep53" : holds(message) ? "ed25519" : null;
}
