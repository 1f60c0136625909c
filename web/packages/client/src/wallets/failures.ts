import * as v from "valibot";
import { IdosError } from "../failure.js";

type Reason = "refused" | "changed" | "missing" | "failed";

export const walletFailure = (reason: Reason) => new IdosError({ kind: "wallet", reason });

const REFUSED = 4001;
const Coded = v.object({ code: v.union([v.number(), v.string()]) });

/** Turns whatever a wallet threw into one of four reasons. Its words are not passed on. */
export function walletProblem(thrown: unknown): IdosError {
  if (thrown instanceof IdosError) {
    return thrown;
  }
  const coded = v.safeParse(Coded, thrown);
  const refused = coded.success && [REFUSED, "ACTION_REJECTED"].includes(coded.output.code);
  return walletFailure(refused ? "refused" : "failed");
}

/** Reads what a wallet answered. */
export function fromWallet<const S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const read = v.safeParse(schema, value);
  if (!read.success) {
    throw walletFailure("failed");
  }
  return read.output;
}
