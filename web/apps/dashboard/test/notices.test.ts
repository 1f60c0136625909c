import { readNotes } from "@idos/client";
import { describe, expect, it } from "vitest";
import { byAttention, notices } from "../src/data/notices.js";
import { holdings } from "../src/data/queries.js";
import { date, doneAt, fromNow } from "../src/dates.js";

const now = Date.parse("2026-06-01T00:00:00Z");
const credential = (id: string, notes: object, originalId: string | null = null) => ({
  id,
  notes: readNotes(JSON.stringify({ type: "kyc", status: "approved", ...notes })),
  issuerKey: "aa",
  inserter: null,
  originalId,
});
const grant = (dataId: string, lockedUntil: number) => ({
  id: `grant of ${dataId}`,
  ownerId: "me",
  grantee: "bank",
  dataId,
  lockedUntil,
  contentHash: null,
});
const names = new Map([["bank", "Nova Bank"]]);

describe("what needs attention", () => {
  const all = holdings(
    [
      credential("good", {}),
      credential("soon", { expirationDate: "2026-06-10T00:00:00Z" }),
      credential("revoked", { status: "revoked" }),
      credential("copy", {}, "good"),
    ],
    [grant("copy", now / 1000 - 1)],
  );

  it("accesses_to_copies_belong_to_their_original", () => {
    const good = all.find((holding) => holding.credential.id === "good");
    expect(good?.grants.map(({ dataId }) => dataId)).toEqual(["copy"]);
    expect(all).toHaveLength(3);
  });

  it("comes_first_the_worst_before_all", () => {
    const ids = byAttention(all, now).map((holding) => holding.credential.id);
    expect(ids).toEqual(["revoked", "soon", "good"]);
  });

  it("comes_before_the_newest_and_what_has_no_date_is_the_last", () => {
    const dated = (id: string, issuanceDate: unknown) => credential(id, { issuanceDate });
    const rows = [
      credential("undated", {}),
      dated("old", "2024-01-01T00:00:00Z"),
      dated("new", "2026-05-01T00:00:00Z"),
      dated("odd", { year: 2026 }),
      credential("revoked", { status: "revoked" }),
    ];
    const ids = byAttention(holdings(rows, []), now).map((holding) => holding.credential.id);
    expect(ids).toEqual(["revoked", "new", "old", "undated", "odd"]);
  });

  it("is_told_in_words_and_by_a_lasting_id", () => {
    expect(notices(all, names, now)).toEqual([
      { id: "revoked:revoked", text: "KYC was revoked by its issuer.", credentialId: "revoked" },
      { id: "expiring:soon", text: "KYC expires in 9 days.", credentialId: "soon" },
      {
        id: "unlocked:grant of copy",
        text: "The lock on Nova Bank’s access has ended.",
        credentialId: "good",
      },
    ]);
  });
});

describe("dates", () => {
  it("are_written_as_people_say_them", () => {
    const lock = Date.parse("2031-03-12T12:00:00Z");
    expect(date(lock)).toBe("12 March 2031");
    expect(fromNow(lock, now)).toBe("in 5 years");
    expect(fromNow(now + 30_000, now)).toBe("in 30 seconds");
  });
});

describe("how long it takes", () => {
  it.each([
    [0, 10, null],
    [5, 10, 40_000],
    [10, 10, null],
    [99, 100, null],
  ])("%i_of_%i_in_20_seconds", (done, total, at) => {
    expect(doneAt(0, 20_000, done, total)).toBe(at);
  });
});
