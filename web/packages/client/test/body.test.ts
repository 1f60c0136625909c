import { describe, expect, it } from "vitest";
import { bodyOf } from "../src/body.js";

const MIB = 1024 * 1024;
const bytesOf = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) % 256);
const asked = (payload: unknown) => ({
  id: 1,
  params: { payload, desc: 'say "hello"', none: null },
});
const asText = (bytes: Uint8Array) => JSON.stringify(asked(Buffer.from(bytes).toString("base64")));

describe("the body of a request", () => {
  it.each([0, 1, 2, 3, 1_000])("of_%i_bytes_is_a_text", async (length) => {
    expect(await bodyOf(asked(bytesOf(length)))).toBe(asText(bytesOf(length)));
  });

  it.each([MIB, 3 * MIB + 1, 3 * MIB + 2])(
    "of_%i_bytes_is_the_same_text_in_steps",
    async (length) => {
      const body = await bodyOf(asked(bytesOf(length)));
      expect(body).toBeInstanceOf(Blob);
      expect((await (body as Blob).text()) === asText(bytesOf(length))).toBe(true);
    },
  );

  it("lets_the_page_go_on_between_the_steps", async () => {
    let turns = 0;
    const goOn = setInterval(() => turns++, 0);
    await bodyOf(asked(new Uint8Array(6 * MIB)));
    clearInterval(goOn);
    expect(turns).toBeGreaterThan(0);
  });

  it("keeps_the_order_of_several_contents", async () => {
    const request = { a: bytesOf(2), b: bytesOf(MIB), c: bytesOf(1) };
    const body = JSON.parse(await new Response(await bodyOf(request)).text());
    expect(Buffer.from(body.a, "base64")).toHaveLength(2);
    expect(Buffer.from(body.b, "base64")).toHaveLength(MIB);
    expect(Buffer.from(body.c, "base64")).toHaveLength(1);
  });
});
