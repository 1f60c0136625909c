import { describe, expect, it, vi } from "vitest";
import { SignRelay } from "../src/frame/relay.js";
import { ExpiryTimer } from "../src/rules/expiry.js";
import { strangerIn } from "../src/rules/parent.js";
import { reconfigured } from "../src/rules/session.js";
import { summaryOf } from "../src/rules/summary.js";
import { MemoryCabinet } from "../src/vault/cabinet.js";
import { Vault } from "../src/vault/vault.js";
import { ALICE, ALICE_KEY, ALICE_SECRET, BANK } from "./people.js";

const SELF = "https://enclave.example";
const inBank = { ancestors: [BANK], referrer: `${BANK}/`, self: SELF };
const fromBank = { origin: BANK, fromParent: true };

describe("e04 the frame hears", () => {
  it("the page that embeds it", () => {
    expect(strangerIn(fromBank, undefined, inBank)).toBeNull();
    expect(strangerIn(fromBank, BANK, inBank)).toBeNull();
  });

  it("no other window, whatever its origin", () => {
    expect(strangerIn({ origin: BANK, fromParent: false }, BANK, inBank)).toBe("source");
  });

  it("no other origin, and none that is nobody's", () => {
    const evil = { origin: "https://evil.example", fromParent: true };
    expect(strangerIn(evil, BANK, inBank)).toBe("origin");
    expect(strangerIn(evil, undefined, inBank)).toBe("ancestor");
    expect(strangerIn({ origin: "null", fromParent: true }, undefined, inBank)).toBe("origin");
  });

  it("no page that is itself inside another site's page", () => {
    const nested = { ...inBank, ancestors: [BANK, "https://evil.example"] };
    expect(strangerIn(fromBank, undefined, nested)).toBe("nested");
    expect(strangerIn(fromBank, undefined, { ...inBank, ancestors: [BANK, BANK] })).toBeNull();
  });

  it("where the browser has no list of ancestors, only whom the referrer does not contradict", () => {
    const old = { ...inBank, ancestors: undefined };
    expect(strangerIn(fromBank, undefined, old)).toBeNull();
    expect(strangerIn(fromBank, undefined, { ...old, referrer: "https://evil.example/" })).toBe(
      "ancestor",
    );
    expect(strangerIn(fromBank, BANK, { ...old, referrer: `${SELF}/` })).toBeNull();
  });
});

describe("e06 a kept key", () => {
  it("is forgotten when its time comes, without a reload", async () => {
    vi.useFakeTimers();
    const cabinet = new MemoryCabinet();
    const vault = await Vault.open(cabinet);
    const timer = new ExpiryTimer(vault);
    const profile = {
      userId: ALICE,
      publicKey: ALICE_KEY,
      passwordStore: "user" as const,
      secret: ALICE_SECRET,
    };
    await vault.keep(profile, Date.now() + 40 * 24 * 3_600_000); // longer than one timer can wait
    await timer.wind();
    await vi.advanceTimersByTimeAsync(39 * 24 * 3_600_000);
    expect(await cabinet.list("profile ")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(await cabinet.list("profile ")).toHaveLength(0);
    timer.stop();
    vi.useRealTimers();
  });
});

describe("e08 the relay", () => {
  const data = (n: number) => ({ domain: { n }, types: {}, value: {} });

  it("asks one at a time, so that an answer without an id cannot go to another question", async () => {
    const posted: number[] = [];
    const relay = new SignRelay((_id, { domain }) => posted.push(Number(domain["n"])));
    const first = relay.sign(data(1));
    const second = relay.sign(data(2));
    expect(posted).toEqual([1]);
    relay.answer("one");
    expect(posted).toEqual([1, 2]);
    relay.answer("two");
    expect(await Promise.all([first, second])).toEqual(["one", "two"]);
  });

  it("takes no answer for another question, and none when it did not ask", async () => {
    const ids: string[] = [];
    const relay = new SignRelay((id) => ids.push(id));
    expect(() => relay.answer("early")).toThrow("No resolver found");
    const signed = relay.sign(data(1));
    expect(() => relay.answer("forged", "another id")).toThrow("No resolver found");
    relay.answer("right", ids[0]);
    expect(await signed).toBe("right");
  });

  it("takes anything but a text for the wallet's no", async () => {
    const relay = new SignRelay(() => undefined);
    const signed = relay.sign(data(1));
    relay.answer(null);
    await expect(signed).rejects.toMatchObject({ code: "declined" });
  });

  it("does not wait for ever", async () => {
    vi.useFakeTimers();
    const relay = new SignRelay(() => undefined);
    const outcome = expect(relay.sign(data(1))).rejects.toMatchObject({ code: "timeout" });
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    await outcome;
    vi.useRealTimers();
  });
});

describe("e09 options", () => {
  it("are merged member by member, and an explicit nothing takes one back", () => {
    const first = reconfigured({}, { userId: ALICE, mode: "new" });
    expect(reconfigured(first, { theme: "dark" })).toEqual({
      userId: ALICE,
      mode: "new",
      theme: "dark",
    });
    expect(reconfigured(first, { mode: undefined })).toEqual({ userId: ALICE });
  });

  it("carry nothing that is not an option", () => {
    const sneaky = { userId: ALICE, isDashboard: true, ["__proto__"]: { mode: "new" } };
    expect(reconfigured({}, sneaky)).toEqual({ userId: ALICE });
  });
});

describe("what a person is told about a content", () => {
  it("names its fields and never a value", () => {
    const summary = summaryOf(
      new TextEncoder().encode(
        '{"level":"human","issuer":"https://acme.example","credentialSubject":{"@context":"x","id":"y","faceSignUserId":"secret"}}',
      ),
    );
    expect(summary).toMatchObject({
      kind: "personhood",
      level: "human",
      fields: ["faceSignUserId"],
    });
    expect(JSON.stringify(summary)).not.toContain("secret");
  });

  it("says when it cannot be listed", () => {
    expect(summaryOf(new Uint8Array([1, 2, 3]))).toMatchObject({ kind: "unreadable", fields: [] });
  });
});
