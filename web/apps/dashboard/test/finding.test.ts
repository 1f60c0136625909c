import { readNotes } from "@idos/client";
import { describe, expect, it } from "vitest";
import { choices, matches } from "../src/data/finding.js";

const holding = (notes: object, issuerKey: string) => ({
  credential: {
    id: "1",
    notes: readNotes(JSON.stringify(notes)),
    issuerKey,
    inserter: "acme",
    originalId: null,
  },
  grants: [],
});
const names = new Map([["aa", "Acme KYC"]]);
const kyc = holding({ type: "kyc", level: "basic", title: "Passport check" }, "aa");
const human = holding({ type: "human", issuer: "Face" }, "bb");
const all = { q: "", issuer: "", type: "" };

describe("finding a credential", () => {
  it.each([
    [{}, true],
    [{ q: " PASSPORT " }, true],
    [{ q: "acme" }, true],
    [{ q: "driving" }, false],
    [{ issuer: "Acme KYC" }, true],
    [{ issuer: "Acme" }, false],
    [{ type: "KYC" }, true],
    [{ type: "Proof of personhood" }, false],
    [{ q: "passport", issuer: "Acme KYC", type: "KYC" }, true],
    [{ q: "driving", issuer: "Acme KYC", type: "KYC" }, false],
  ])("%j_is_%s", (wanted, expected) => {
    expect(matches(kyc, { ...all, ...wanted }, names)).toBe(expected);
  });

  it("offers_every_issuer_and_type_once", () => {
    expect(choices([kyc, human, kyc], names)).toEqual({
      issuers: ["Acme KYC", "says it is Face"],
      types: ["KYC", "Proof of personhood"],
    });
  });
});
