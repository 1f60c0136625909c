import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { reaches, readNotes, standing } from "../src/index.js";
import { vectors } from "./vectors.js";

const now = Date.parse("2026-06-01T00:00:00Z");
const notes = (value: object) => readNotes(JSON.stringify(value));

describe("notes", () => {
  it.each(["", "not json", "[]", "7", "null"])("%j_says_nothing_and_breaks_nothing", (json) => {
    expect(readNotes(json)).toMatchObject({ all: {} });
  });

  it("a_member_of_another_type_says_nothing", () => {
    expect(notes({ type: 7, level: "basic" })).toMatchObject({ type: undefined, level: "basic" });
  });

  it.each([
    [{ status: "approved" }, "valid"],
    [{ status: "approved", expirationDate: "2026-06-10T00:00:00Z" }, "expiring"],
    [{ status: "approved", expirationDate: "2026-05-31T00:00:00Z" }, "expired"],
    [{ status: "revoked", expirationDate: "2030-01-01T00:00:00Z" }, "revoked"],
    [{ status: "pending" }, "pending"],
    [{ status: "constructor" }, "unknown"],
    [{}, "unknown"],
  ])("%j_stands_as_%s", (value, expected) => {
    expect(standing(notes(value), now)).toBe(expected);
  });
});

describe("levels", () => {
  const basic = { userLevel: "basic", requiredAddons: [] } as const;
  const plus = { userLevel: "plus", requiredAddons: ["liveness"] } as const;
  it.each([
    ["basic", basic, true],
    ["plus+liveness", basic, true],
    ["human", basic, false],
    [undefined, basic, false],
    ["plus+liveness+email", plus, true],
    ["plus", plus, false],
    ["basic+liveness", plus, false],
  ])("%s_against_%j", (level, wanted, expected) => {
    expect(reaches(level, wanted)).toBe(expected);
  });

  const Shared = v.object({ required: v.string(), current: v.string(), matches: v.boolean() });
  const { levels } = vectors("credentials.json", v.object({ levels: v.array(Shared) }));
  it("the_vectors_have_both_outcomes", () => {
    expect(new Set(levels.map(({ matches }) => matches)).size).toBe(2);
  });

  it.each(levels)("$current_against_the_vector_$required", ({ required, current, matches }) => {
    const [base, ...requiredAddons] = required.split("+");
    const userLevel = v.parse(v.picklist(["basic", "plus"]), base);
    expect(reaches(current, { userLevel, requiredAddons })).toBe(matches);
  });
});
