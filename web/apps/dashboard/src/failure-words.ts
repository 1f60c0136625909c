import { EnclaveError, IdosError } from "@idos/client";
import { words } from "./words.js";

/** What a person reads when something did not happen, and the small code for support. */
export type Said = { readonly text: string; readonly code: string };

export function say(error: unknown): Said {
  if (error instanceof EnclaveError) {
    const known = words.failure.enclave;
    const text = known[error.code === "declined" ? "closed" : error.code] ?? known["other"];
    return { text: text ?? words.failure.unknown, code: `enclave ${error.code}` };
  }
  return error instanceof IdosError
    ? ofNetwork(error)
    : { text: words.failure.unknown, code: "page" };
}

function ofNetwork({ failure }: IdosError): Said {
  const { failure: said } = words;
  switch (failure.kind) {
    case "refused":
      return { text: said.known[failure.message] ?? said.refused, code: String(failure.code) };
    case "unavailable":
      return { text: failure.sent ? said.unsure : said.unavailable, code: "unavailable" };
    case "signed-out":
      return { text: said.signedOut, code: "signed out" };
    case "distrusted":
      return failure.message.includes("another network")
        ? { text: said.wrongChain, code: "wrong network" }
        : { text: said.distrusted, code: "distrusted" };
    case "wallet":
      return { text: said.wallet[failure.reason], code: `wallet ${failure.reason}` };
  }
}

/** Whether the person themselves stopped it: no reason to alarm them. */
export const isOwnChoice = (error: unknown) =>
  (error instanceof EnclaveError && (error.code === "closed" || error.code === "declined")) ||
  (error instanceof IdosError &&
    error.failure.kind === "wallet" &&
    error.failure.reason === "refused");
