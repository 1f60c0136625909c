import { randomBytes } from "node:crypto";
import { type Failure, IdosError, type SignedWriteGrant } from "@idos/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { say } from "../apps/dashboard/src/failure-words.js";
import { launch } from "./browser.mjs";
import { DOUBLES, WalletHand } from "./wallet-doubles.js";
import { aCompany, agreeToShare, type WalletVisit, WalletWorld } from "./wallet-world.js";

const CONTENT = { level: "basic", credentialSubject: { id: "uuid:1", firstName: "Ada" } };
const NOTES = { type: "kyc", level: "basic", status: "approved", issuer: "Acme KYC" };

let world: WalletWorld;
beforeAll(async () => {
  world = await WalletWorld.open();
}, 300_000);
afterAll(() => world?.close());

/** What a person reads for a failure, from the words of the dashboard. */
const said = (failure: object | undefined) => say(new IdosError(failure as Failure)).text;
const walletFailure = (reason: string) => ({ failure: { kind: "wallet", reason } });

/** Connect, profile by an issuer, login, list, one signed write, one share. */
async function journey(visit: WalletVisit, choice: string): Promise<string> {
  expect(await visit.step("connect", choice)).toHaveProperty("value");
  expect(await visit.step("hasProfile")).toEqual({ value: false });
  expect(await visit.step("logIn")).toEqual({ value: null });
  const { id, encryptionKey } = await visit.makeProfile();
  expect(await visit.step("logIn")).toEqual({ value: id });
  const credentialId = await world.issuer.issue(id, encryptionKey, NOTES, CONTENT);
  expect(await visit.step("list")).toEqual({ value: [credentialId] });
  expect(await visit.step("addAttribute", "nickname", "Ada")).toHaveProperty("value");
  expect(await visit.step("attributes")).toEqual({ value: ["Ada"] });
  const company = aCompany();
  const asked = { credentialId, consumer: company.consumer, purpose: "to try", lockedUntil: 0 };
  const shared = await visit.asked(agreeToShare, "share", asked);
  const { dataId } = (shared.value ?? expect.fail(JSON.stringify(shared))) as { dataId: string };
  expect(await visit.step("given")).toEqual({ value: [company.consumer.identifier] });
  expect(JSON.parse(await world.readAs(company, dataId))).toEqual(CONTENT);
  return credentialId;
}

describe.each(DOUBLES)("$name", (double) => {
  const own = randomBytes(32);
  const hand = new WalletHand(double, own);
  let browser: Awaited<ReturnType<typeof launch>>;
  let visit: WalletVisit;
  let credentialId: string;
  beforeAll(async () => {
    browser = await launch();
    await hand.into(browser.context);
    visit = await world.visit(browser.context);
  });
  afterEach(() => {
    hand.refuses = false;
    hand.seed = own;
  });
  afterAll(() => browser?.close());

  it("refuses_to_connect_and_is_asked_again", async () => {
    hand.refuses = true;
    const outcome = await visit.step("connect", double.choice);
    expect(outcome).toEqual(walletFailure("refused"));
    expect(said(outcome.failure)).toContain("Try again and agree in the wallet");
  });

  it("connects_gets_a_profile_logs_in_lists_writes_and_shares", async () => {
    credentialId = await journey(visit, double.choice);
  });

  it("signs_a_paper_with_which_an_issuer_writes_a_credential_and_a_copy", async () => {
    const now = BigInt(Math.floor(Date.now() / 1_000));
    const company = aCompany();
    const { identifier: consumer, encryptionPublicKey } = company.consumer;
    const terms = {
      consumer,
      issuerKey: world.issuer.key,
      lockedUntil: 0n,
      notBefore: now - 60n,
      notAfter: now + 3_600n,
    };
    const { value } = await visit.step("writeGrant", terms);
    expect(value).toMatchObject({ owner: hand.account.identifier, consumer });
    const paper = value as SignedWriteGrant;
    const copyId = await world.issuer.issueByPaper(paper, encryptionPublicKey, NOTES, CONTENT);
    expect(JSON.parse(await world.readAs(company, copyId))).toEqual(CONTENT);
    await expect(
      world.issuer.issueByPaper(paper, encryptionPublicKey, NOTES, CONTENT),
    ).rejects.toThrow();
  });

  it("does_nothing_by_half_when_it_refuses_to_sign", async () => {
    hand.refuses = true;
    expect(await visit.step("addAttribute", "nickname", "Bea")).toEqual(walletFailure("refused"));
    const { consumer } = aCompany();
    const asked = { credentialId, consumer, purpose: "to try", lockedUntil: 0 };
    const shared = await visit.asked(agreeToShare, "share", asked);
    hand.refuses = false;
    expect(shared).toEqual(walletFailure("refused"));
    expect(await visit.step("attributes")).toEqual({ value: ["Ada"] });
    expect((await visit.step("given")).value).toHaveLength(2);
    expect(await visit.step("list")).toHaveProperty("value.length", 4);
  });

  it("does_nothing_by_half_when_it_shows_another_account_in_the_middle", async () => {
    hand.seed = randomBytes(32);
    const outcome = await visit.step("addAttribute", "nickname", "Mallory");
    hand.seed = own;
    expect(outcome).toEqual(walletFailure("changed"));
    expect(said(outcome.failure)).toContain("Switch back to the account you connected");
    expect(await visit.step("addAttribute", "nickname", "Cleo")).toHaveProperty("value");
    const values = (await visit.step("attributes")).value as string[];
    expect(values.sort()).toEqual(["Ada", "Cleo"]);
  });
});

describe("the development wallet", () => {
  it("does_the_same_and_has_nothing_to_refuse_or_to_change", async () => {
    const browser = await launch();
    const visit = await world.visit(browser.context);
    await journey(visit, "development");
    await browser.close();
  });
});

describe("a browser without any wallet", () => {
  let browser: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it("shows_none_that_announces_itself", async () => {
    const visit = await world.visit(browser.context);
    expect(await visit.step("found")).toEqual({ value: [] });
  });

  it.each(["freighter", "gemwallet", "crossmark"])("says_that_%s_is_missing", async (choice) => {
    const visit = await world.visit(browser.context);
    const outcome = await visit.step("connect", choice);
    expect(outcome).toEqual(walletFailure("missing"));
    expect(said(outcome.failure)).toContain("Install it, then reload this page");
  });
});
