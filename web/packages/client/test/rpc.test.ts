import { afterEach, describe, expect, it } from "vitest";
import { type IdosError, Nodes } from "../src/index.js";

/** Nodes by address: what each answers, or null for one that is away. */
function network(answers: Readonly<Record<string, string | null>>): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const { origin } = new URL(String(input));
    asked.push(origin);
    const answer = answers[origin] ?? null;
    if (answer === null) {
      throw new TypeError("Failed to fetch");
    }
    return new Response(answer, { status: 200 });
  };
  return asked;
}

const [A, B] = ["http://a.example", "http://b.example"];
const GOOD = '{"jsonrpc":"2.0","id":1,"result":7}';
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("it was answered"),
    ({ failure }: IdosError) => failure,
  );

describe("nodes", () => {
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });

  it("a_question_without_an_answer_had_no_effect", async () => {
    network({ [A]: null });
    const failure = await failureOf(new Nodes([A]).ask("user.chain_info", {}));
    expect(failure).toMatchObject({ kind: "unavailable", sent: false });
  });

  it("a_broadcast_without_an_answer_may_have_had_one", async () => {
    network({ [A]: null });
    const failure = await failureOf(new Nodes([A]).ask("user.broadcast", {}));
    expect(failure).toMatchObject({ kind: "unavailable", sent: true });
  });

  it.each(["<!doctype html>", "null", '{"jsonrpc":"1.0"}', "[]"])(
    "%s_is_no_answer_of_a_node",
    async (text) => {
      network({ [A]: text });
      const failure = await failureOf(new Nodes([A]).ask("user.chain_info", {}));
      expect(failure).toMatchObject({ kind: "unavailable", sent: false });
    },
  );

  it("the_next_one_is_asked_and_the_one_that_is_away_rests", async () => {
    const asked = network({ [A]: null, [B]: GOOD });
    const nodes = new Nodes([A, B]);
    expect(await nodes.ask("user.chain_info", {})).toBe(7);
    expect(await nodes.ask("user.chain_info", {})).toBe(7);
    expect(asked).toEqual([A, B, B]);
  });
});
