import { describe, expect, it } from "vitest";
import { utf8Of } from "../src/turns.js";

const MIB = 1024 * 1024;
const FLAG = "\u{1F1F5}\u{1F1F9}";

describe("the bytes of a text", () => {
  it.each([
    ["a short one", "Ada"],
    ["a long one", "é".repeat(3 * MIB)],
    ["one cut at a character of two halves", `${"x".repeat(MIB - 1)}${FLAG}${"y".repeat(MIB)}`],
    ["one that ends with such a character", `${"x".repeat(2 * MIB - 1)}\u{1F1F5}`],
  ])("are_the_same_for_%s", async (_name, text) => {
    expect(Buffer.compare(await utf8Of(text), Buffer.from(text, "utf8"))).toBe(0);
  });

  it("are_none_when_half_a_character_is_missing", async () => {
    await expect(utf8Of(`${"x".repeat(2 * MIB)}\ud83c`)).rejects.toThrow("valid Unicode");
    await expect(utf8Of(`${"x".repeat(MIB - 1)}\ud83cx`)).rejects.toThrow("valid Unicode");
  });
});
