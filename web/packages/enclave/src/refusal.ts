/**
 * Why the enclave did not do what a page asked. The code is for programs; the text is what existing
 * hosts show or compare, so `closed` keeps its one word. Never content, password or key.
 */
export const REFUSALS = {
  closed: "closed",
  declined: "closed",
  "popup-blocked": "the enclave's window could not be opened",
  "consent-needed": "the person has to agree first: show the enclave and ask again",
  timeout: "nobody answered in time",
  busy: "too many requests at once",
  limited: "asked too often: try again later",
  "no-user": "User ID is not present",
  "no-key": "Password or encryption password store is not found",
  "bad-request": "the request does not have the shape of the protocol",
  unexpected: "Unexpected request",
  "key-shares": "this enclave does not keep passwords with key-share operators yet",
  "wrong-key": "the key is not the key of this profile",
  "not-for-this-key": "the content was not made for this key, or has been changed",
  "not-json": "the decrypted content is not valid JSON",
  "no-resolver": "No resolver found",
  nested: "the enclave works only in a page of its own parent's origin",
  unavailable: "the enclave could not be reached",
  failed: "the enclave failed",
} as const;

export type RefusalCode = keyof typeof REFUSALS;

const CODES = new Set<string>(Object.keys(REFUSALS));

export const isRefusalCode = (value: unknown): value is RefusalCode =>
  typeof value === "string" && CODES.has(value);

/** A refusal on its way to whoever asked. */
export class EnclaveError extends Error {
  override readonly name = "EnclaveError";

  constructor(
    readonly code: RefusalCode,
    text: string = REFUSALS[code],
  ) {
    super(text);
  }
}
