/** Why something did not happen, as a value a page can show: one kind each for whose turn it is. */
export type Failure =
  /** The network said no, for good: the permanent code and the words of the wire. */
  | { readonly kind: "refused"; readonly code: number; readonly message: string }
  /** No node answered, or none could. `sent` says whether the request may have taken effect. */
  | {
      readonly kind: "unavailable";
      readonly message: string;
      readonly retryAfterMs: number;
      readonly sent: boolean;
    }
  /** The login has ended or was never made. */
  | { readonly kind: "signed-out" }
  /** A node answered something that must not be believed. */
  | { readonly kind: "distrusted"; readonly message: string }
  /** The person's wallet did not sign. */
  | { readonly kind: "wallet"; readonly reason: "refused" | "changed" | "missing" | "failed" };

/** A failure on its way to whoever shows it. */
export class IdosError extends Error {
  override readonly name = "IdosError";

  constructor(readonly failure: Failure) {
    super("message" in failure ? failure.message : failure.kind);
  }
}

export const refused = (code: number, message: string) =>
  new IdosError({ kind: "refused", code, message });
export const unavailable = (message: string, sent = false, retryAfterMs = 1_000) =>
  new IdosError({ kind: "unavailable", message, retryAfterMs, sent });
export const distrusted = (message: string) => new IdosError({ kind: "distrusted", message });
