import * as v from "valibot";
import { IdosError } from "../failure.js";

type Reason = "refused" | "changed" | "missing" | "failed";

export const walletFailure = (reason: Reason) => new IdosError({ kind: "wallet", reason });

/** EIP-1193, WalletConnect and ethers. */
const REFUSED: readonly unknown[] = [4001, 5000, "ACTION_REJECTED"];
const Coded = v.object({ code: v.union([v.number(), v.string()]) });
/** Wallets of chains without codes say it in words, thrown as they are or in an error. */
const SAID_NO = /\b(reject|declin|den(y|ied)|cancel|abort|(user|window|popup) (was )?closed)/i;

/** Turns whatever a wallet threw into one of four reasons. Its words are not passed on. */
export function walletProblem(thrown: unknown): IdosError {
  if (thrown instanceof IdosError) {
    return thrown;
  }
  const coded = v.safeParse(Coded, thrown);
  const words = typeof thrown === "string" ? thrown : thrown instanceof Error ? thrown.message : "";
  const refused = coded.success && REFUSED.includes(coded.output.code);
  return walletFailure(refused || SAID_NO.test(words) ? "refused" : "failed");
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
