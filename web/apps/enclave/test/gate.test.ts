import { EnclaveError } from "@idos/enclave";
import { describe, expect, it } from "vitest";
import { Gate, type Handlers, type Knock } from "../src/frame/gate.js";
import { BANK } from "./people.js";

const embedding = () => ({ ancestors: [BANK], referrer: "", self: "https://enclave.example" });
const handlersWith = (change: Partial<Handlers>) =>
  ({ load: () => undefined, ...change }) as unknown as Handlers;

function knocking(data: unknown, origin = BANK) {
  const replies: unknown[] = [];
  const port = { postMessage: (reply: unknown) => replies.push(reply), close: () => undefined };
  const knock: Knock = { origin, fromParent: true, data, port };
  return { knock, replies };
}

async function replyOf(gate: Gate, data: unknown, origin?: string): Promise<unknown> {
  const { knock, replies } = knocking(data, origin);
  await gate.knock(knock);
  expect(replies.length).toBeLessThanOrEqual(1);
  return replies[0];
}

describe("the gate", () => {
  it("answers a known method once, and an unknown one by name", async () => {
    const gate = new Gate(embedding, async () => handlersWith({}));
    expect(await replyOf(gate, { method: "load", data: [] })).toEqual({ result: undefined });
    expect(await replyOf(gate, { method: "steal", data: [] })).toEqual({
      error: "Unexpected request: steal",
      code: "unexpected",
    });
    expect(await replyOf(gate, { method: "constructor", data: [] })).toMatchObject({
      code: "unexpected",
    });
  });

  it("refuses what does not have the shape of the protocol", async () => {
    const gate = new Gate(embedding, async () => handlersWith({}));
    expect(await replyOf(gate, "load")).toMatchObject({ code: "bad-request" });
    expect(await replyOf(gate, { method: "confirm", data: [7] })).toMatchObject({
      code: "bad-request",
    });
    expect(await replyOf(gate, { method: "decrypt", data: ["a", "b"] })).toMatchObject({
      code: "bad-request",
    });
  });

  it("e04 does not answer a stranger at all", async () => {
    const gate = new Gate(embedding, async () => handlersWith({}));
    const reply = await replyOf(gate, { method: "load", data: [] }, "https://evil.example");
    expect(reply).toBeUndefined();
  });

  it("e12 keeps the words of an unexpected error to itself", async () => {
    const gate = new Gate(embedding, async () =>
      handlersWith({
        load: () => {
          throw new Error("the plaintext was: passport 123");
        },
      }),
    );
    expect(await replyOf(gate, { method: "load" })).toEqual({
      error: "the enclave failed",
      code: "failed",
    });
  });

  it("gives a refusal its code beside the words", async () => {
    const gate = new Gate(embedding, async () =>
      handlersWith({
        load: () => {
          throw new EnclaveError("declined");
        },
      }),
    );
    expect(await replyOf(gate, { method: "load" })).toEqual({ error: "closed", code: "declined" });
  });

  it("e02 turns a flood away", async () => {
    const gate = new Gate(
      embedding,
      async () => handlersWith({}),
      () => 0,
    );
    const codes = new Set<unknown>();
    for (let i = 0; i < 410; i++) {
      codes.add(((await replyOf(gate, { method: "load" })) as { code?: string }).code);
    }
    expect(codes).toEqual(new Set([undefined, "busy"]));
  });
});
