import { readNotes } from "@idos/client";
import { describe, expect, it } from "vitest";
import { accesses, byNeed } from "../src/data/accesses.js";
import { holdings } from "../src/data/queries.js";

const now = Date.parse("2026-06-01T00:00:00Z");
const seconds = now / 1000;
const credential = (id: string, originalId: string | null = null) => ({
  id,
  notes: readNotes("{}"),
  issuerKey: "aa",
  inserter: null,
  originalId,
});
const grant = (id: string, dataId: string, lockedUntil = 0) => ({
  id,
  ownerId: "me",
  grantee: "bank",
  dataId,
  lockedUntil,
  contentHash: null,
});

describe("accesses", () => {
  const all = [credential("kyc"), credential("copy", "kyc"), credential("human")];
  const given = [
    grant("first", "copy", seconds - 1),
    grant("second", "human"),
    grant("third", "copy", seconds + 60),
    grant("fourth", "lost"),
  ];
  const idsOf = (each: readonly { grant: { id: string } }[]) => each.map(({ grant }) => grant.id);

  it("are_listed_with_the_newest_first", () => {
    expect(idsOf(accesses(all, given))).toEqual(["fourth", "third", "second", "first"]);
    const [kyc] = holdings(all, given);
    expect(kyc?.grants.map(({ id }) => id)).toEqual(["third", "first"]);
  });

  it("name_the_original_of_the_copy_and_stay_listed_without_one", () => {
    const named = accesses(all, given).map(({ credential }) => credential?.id ?? null);
    expect(named).toEqual([null, "kyc", "human", "kyc"]);
  });

  it("whose_lock_has_ended_come_before_all_others", () => {
    const ids = idsOf(byNeed(accesses(all, given), now));
    expect(ids).toEqual(["first", "fourth", "third", "second"]);
  });

  it("in_the_last_second_of_a_lock_keep_their_place", () => {
    const last = [grant("older", "copy", seconds), grant("newer", "human")];
    expect(idsOf(byNeed(accesses(all, last), now))).toEqual(["newer", "older"]);
    expect(idsOf(byNeed(accesses(all, last), now + 1_000))).toEqual(["older", "newer"]);
  });
});
