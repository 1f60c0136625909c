import { toHex } from "@idos/protocol";
import { EnclaveError } from "./refusal.js";

/**
 * The text of what a wallet answered, exactly as the wallet wrote it: only raw bytes are turned into
 * (upper-case) hex, and nothing ever gets a `0x` that it did not have.
 */
export function signatureText(answer: unknown): string {
  if (typeof answer === "string") {
    return answer;
  }
  if (answer instanceof Uint8Array && answer.length === 64) {
    return toHex(answer).toUpperCase();
  }
  if (typeof answer === "object" && answer !== null) {
    const { signedMessage, result } = answer as { signedMessage?: unknown; result?: unknown };
    if (typeof signedMessage === "string") {
      return signedMessage;
    }
    if (typeof result === "object" && result !== null) {
      return signatureText(result);
    }
  }
  throw new EnclaveError("failed", "the wallet's answer is not a signature");
}
