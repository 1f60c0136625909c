import { describe, expect, it } from "vitest";
import { stepped, withIndex } from "../src/parts/list-steps.js";

describe("keys in a list of 1,000", () => {
  it.each([
    [5, "ArrowDown", 6],
    [5, "ArrowUp", 4],
    [5, "Home", 0],
    [5, "End", 999],
    [0, "ArrowUp", 0],
    [999, "ArrowDown", 999],
    [5, "a", null],
    [-1, "ArrowDown", null],
  ])("from_%i_%s_leads_to_%s", (from, key, to) => {
    expect(stepped(from, key, 1_000)).toBe(to);
  });
});

describe("the row with the focus", () => {
  it.each([
    [[3, 4], 900, [3, 4, 900]],
    [[3, 4], 0, [0, 3, 4]],
    [[3, 4], 4, [3, 4]],
    [[3, 4], -1, [3, 4]],
  ])("%j_and_%i_are_%j", (indexes, one, all) => {
    expect(withIndex(indexes, one)).toEqual(all);
  });
});
