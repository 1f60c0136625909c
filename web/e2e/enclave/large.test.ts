import { fromBase64, open } from "@idos/protocol";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { longestGap, type Told, type Watched, watch, watched } from "./watch.js";
import {
  asAlice,
  bankSecret,
  button,
  closed,
  credential,
  kyc,
  SECRET_WORDS,
  shareRequest,
  type Visit,
  World,
} from "./world.js";

/** How often the work is done; the figures of docs/performance.md are the medians of five. */
const RUNS = Number(process.env["IDOS_RUNS"] ?? 1);
const PICTURE_LENGTH = 10_000_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe("a credential of 10 MB", () => {
  const big = credential("big", kyc({ idDocumentFrontFile: "z".repeat(PICTURE_LENGTH) }));
  let world: World;
  let visit: Visit;
  let frame: Frame;
  const figures: Record<string, number[]> = {};
  const note = (name: string, value: number) => {
    figures[name] = [...(figures[name] ?? []), value];
  };

  beforeAll(async () => {
    world = await World.open("default", { files: { "/big.json": JSON.stringify(big) } });
    visit = await world.visit("bank", asAlice);
    await visit.unlock();
    const [inner] = visit.page.frames().filter((each) => each.url().startsWith(world.enclave));
    frame = inner ?? expect.fail("no frame");
    await visit.page.evaluate(async () => {
      const row = await (await fetch("/big.json")).json();
      const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const content = bytes(row.content);
      Object.assign(window, { row, content, sender: bytes(row.encryptor_public_key) });
    });
    await visit.page.evaluate(watch);
    await frame.evaluate(watch);
  });
  afterAll(async () => {
    for (const [name, values] of Object.entries(figures)) {
      process.stdout.write(`${name}: median ${median(values).toFixed(0)} ms of ${values.length}\n`);
    }
    expect(world.complaints).toEqual([]);
    await world.close();
  });

  /** Reads it as a page would; when that began and ended, and whether the right content came. */
  const decrypt = () =>
    visit.page.evaluate(async (words) => {
      type Here = {
        host: { call(method: string, ...data: unknown[]): Promise<Uint8Array> };
        content: Uint8Array;
        sender: Uint8Array;
      };
      const { host, content, sender } = window as never as Here;
      const now = () => performance.timeOrigin + performance.now();
      const from = now();
      const plaintext = await host.call("decrypt", content, sender);
      const to = now();
      return { from, to, right: new TextDecoder().decode(plaintext).includes(words) };
    }, SECRET_WORDS);

  /** What the page was told since then: the end may come by another way than the content. */
  async function toldSince(from: number): Promise<Told[]> {
    const isEnded = (since: number) =>
      (globalThis as unknown as { watched: Watched }).watched.told.some(
        ({ at, done, total }) => at >= since && done === total,
      );
    await visit.page.waitForFunction(isEnded, from);
    return (await visit.page.evaluate(watched)).told.filter(({ at }) => at >= from);
  }

  it("is opened while the page and the frame go on, and the page is told how far it is", async () => {
    await visit.show();
    const first = decrypt();
    const popup = await visit.press();
    await button(popup, /^Let bank/).click();
    expect((await first).right).toBe(true);
    await closed(popup);
    for (let run = 0; run < RUNS; run++) {
      const { from, to, right } = await decrypt();
      expect(right).toBe(true);
      const told = await toldSince(from);
      expect(told.map(({ work }) => work)).toEqual(told.map(() => "opening"));
      expect(told.map(({ done, total }) => `${done}/${total}`)).toEqual([
        "0/1",
        "1/3",
        "2/3",
        "1/1",
      ]);
      const [begun, , , ended] = told.map(({ at }) => at);
      for (const [name, place] of [
        ["page", visit.page],
        ["frame", frame],
      ] as const) {
        const { ticks } = await place.evaluate(watched);
        const during = ticks.filter((at) => at >= (begun ?? 0) && at <= (ended ?? 0));
        expect(during.length, `${name} stood still`).toBeGreaterThan(3);
        note(`longest gap of the ${name}`, longestGap(during));
      }
      note("decrypt, from the call to the content", to - from);
      note("of which the worker", (ended ?? 0) - (begun ?? 0));
    }
  });

  it("keeps the window open, with what it does and how far, until the copy is made", async () => {
    const seen: string[] = [];
    await world.context.exposeFunction("seen", (text: string) => seen.push(text));
    await visit.page.evaluate(() => {
      const notes = (globalThis as unknown as { watched: Watched }).watched;
      notes.told.length = 0;
    });
    await visit.show();
    const request = shareRequest(big);
    const outcome = visit.page.evaluate(
      (asked) => {
        const { host, row } = window as never as { host: { call: Call }; row: object };
        type Call = (method: string, asked: object) => Promise<Record<string, string>>;
        return host.call("requestShare", { ...asked, credential: row });
      },
      { ...request, credential: null },
    );
    const popup = await visit.press();
    await popup.getByRole("heading", { name: "Nova Bank asks to read" }).waitFor();
    await popup.evaluate(() => {
      const say = () => {
        const shown = document.querySelector("main:has(progress) [role=status]");
        if (shown) {
          (globalThis as unknown as { seen(text: string): void }).seen(shown.textContent ?? "");
        }
      };
      new MutationObserver(say).observe(document.body, { childList: true, subtree: true });
    });
    await button(popup, "Share with Nova Bank").click();
    const share = await outcome;
    const copy = open(
      fromBase64(share["content"] ?? ""),
      fromBase64(share["encryptorPublicKey"] ?? ""),
      bankSecret,
    );
    expect(copy?.length).toBeGreaterThan(PICTURE_LENGTH);
    await closed(popup);
    const { told } = await visit.page.evaluate(watched);
    expect(new Set(told.map(({ work }) => work))).toEqual(new Set(["opening", "sealing"]));
    expect(seen.join("\n")).toMatch(/^Encrypting 10 MB of your data/);
  });
});
