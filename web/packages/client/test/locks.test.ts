import { describe, expect, it } from "vitest";
import { type Grant, isLocked } from "../src/owner/sharing.js";

describe("a lock", () => {
  const lockedUntil = 1_900_000_000;
  const until = (seconds: number) => ({ lockedUntil: seconds }) as Grant;

  it("holds through its last second, as the network counts", () => {
    expect(isLocked(until(lockedUntil), lockedUntil * 1000 + 999)).toBe(true);
    expect(isLocked(until(lockedUntil), (lockedUntil + 1) * 1000)).toBe(false);
  });

  it("is none when nothing was locked", () => {
    expect(isLocked(until(0), 0)).toBe(false);
  });
});
