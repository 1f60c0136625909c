import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { heldEd25519, type IdosError, Nodes } from "../src/index.js";
import { callOpenly, Session } from "../src/session.js";
import { vectors } from "./vectors.js";

const Row = v.object({ code: v.number(), name: v.string(), wire_text: v.string() });
const rows = vectors("refusals.json", v.array(Row)).map((row) => [row.name, row] as const);

/** The transaction code beside a refusal; all others travel as 65535 (wire facts §1.7). */
const TX_CODES = new Map([
  ["PAYLOAD_TYPE_UNKNOWN", 2],
  ["NONCE_WRONG", 4],
  ["CHAIN_WRONG", 5],
  ["POOL_FULL", 11],
]);

const asked: string[] = [];
const answers: Record<string, object> = {};
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("it was answered"),
    ({ failure }: IdosError) => failure,
  );

// The words people read for them are the apps' own; here each must arrive as what it is.
describe("refusals.json", () => {
  const real = globalThis.fetch;
  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = async (_input, init) => {
      const { method } = JSON.parse(String(init?.body)) as { method: string };
      asked.push(method);
      return Response.json({ jsonrpc: "2.0", id: 1, ...answers[method] });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });

  it("has rows, and no code twice", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(([, { code }]) => code)).size).toBe(rows.length);
  });

  it.each(rows)("%s of a transaction", async (name, { code, wire_text: message }) => {
    answers["user.account"] = { result: { nonce: 0 } };
    const data = { code: TX_CODES.get(name) ?? 65535, message, refusal: code };
    answers["user.broadcast"] = { error: { code: -201, message: "broadcast error", data } };
    const signer = heldEd25519(new Uint8Array(32).fill(7));
    const session = new Session(new Nodes(["http://a.example"]), "idos-test", signer);
    const failure = await failureOf(session.execute("Remove a wallet", "remove_wallet"));
    if (name === "POOL_FULL") {
      expect(failure).toMatchObject({ kind: "unavailable", message, sent: false });
    } else {
      expect(failure).toEqual({ kind: "refused", code, message });
    }
    const broadcasts = asked.filter((method) => method === "user.broadcast").length;
    expect(broadcasts).toBe(name === "NONCE_WRONG" ? 2 : 1);
  });

  it.each(rows)("%s of a view", async (_name, { code, wire_text: message }) => {
    const nothing = { column_names: null, values: null };
    answers["user.call"] = { result: { query_result: nothing, error: message, refusal: code } };
    const failure = await failureOf(callOpenly(new Nodes(["http://a.example"]), "get_user", []));
    expect(failure).toEqual({ kind: "refused", code, message });
  });
});
