import { EnclaveError, IdosError } from "@idos/client";
import { words } from "../words.js";
import { ServerError } from "./api.js";

/** What happened, what it means and what to do; the code is for support. */
function say(error: unknown): { text: string; code: string } {
  const { failure: said } = words;
  if (error instanceof ServerError) {
    return { text: error.message, code: error.status === 0 ? "offline" : String(error.status) };
  }
  if (error instanceof EnclaveError) {
    const text = said.enclave[error.code] ?? said.enclaveOther;
    return { text, code: `enclave ${error.code}` };
  }
  if (!(error instanceof IdosError)) {
    return { text: said.page, code: "page" };
  }
  const { failure } = error;
  switch (failure.kind) {
    case "refused":
      return { text: said.refused(failure.message), code: String(failure.code) };
    case "unavailable":
      return { text: failure.sent ? said.unsure : said.unavailable, code: "unavailable" };
    case "signed-out":
      return { text: said.signedOut, code: "signed out" };
    case "distrusted":
      return { text: said.distrusted, code: "distrusted" };
    case "wallet":
      return { text: said.wallet[failure.reason], code: `wallet ${failure.reason}` };
  }
}

export function FailureNote({ error }: { error: unknown }) {
  const { text, code } = say(error);
  return (
    <p className="note danger" role="alert">
      {text} <small>{words.code(code)}</small>
    </p>
  );
}
