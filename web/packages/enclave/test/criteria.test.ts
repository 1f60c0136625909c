import { describe, expect, it } from "vitest";
import { at, passes } from "../src/index.js";

const kyc = {
  level: "plus",
  status: "approved",
  issuer: "a",
  "a.b": "literal",
  a: { b: "nested", list: [{ c: 1 }] },
};

describe("the filter of idOS", () => {
  it("keeps a record only if every pick holds", () => {
    const pick = { level: ["plus", "basic"], status: ["approved"] };
    expect(passes(kyc, { pick, omit: {} })).toBe(true);
    expect(passes(kyc, { pick: { ...pick, issuer: ["b"] }, omit: {} })).toBe(false);
  });

  it("drops a record only if every omit holds", () => {
    expect(passes(kyc, { pick: {}, omit: { issuer: ["b"] } })).toBe(true);
    expect(passes(kyc, { pick: {}, omit: { issuer: ["a"], level: ["basic"] } })).toBe(true);
    expect(passes(kyc, { pick: {}, omit: { issuer: ["a"], level: ["plus"] } })).toBe(false);
  });

  it("says nothing when it is empty", () => {
    expect(passes(kyc, { pick: {}, omit: {} })).toBe(true);
  });

  it("reads paths, and a literal key with dots first", () => {
    expect(at(kyc, "a.b")).toBe("literal");
    expect(at(kyc, "a.list[0].c")).toBe(1);
    expect(at(kyc, "a.list[1].c")).toBeUndefined();
  });

  it("treats what is missing as undefined", () => {
    expect(passes(kyc, { pick: { nowhere: [undefined] }, omit: {} })).toBe(true);
  });

  it("sees own members only", () => {
    expect(at(kyc, "constructor.name")).toBeUndefined();
    expect(at(kyc, "__proto__")).toBeUndefined();
  });
});
