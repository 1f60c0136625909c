import { randomBytes, randomUUID } from "node:crypto";
import {
  EnclaveError,
  type Failure,
  heldEvm,
  IdosError,
  type RefusalCode,
  type SignedAccessGrant,
} from "@idos/client";
import { toBase64, toHex, toUtf8 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { say } from "../../apps/dashboard/src/failure-words.js";
import { launch } from "../browser.mjs";
import { injectEvm } from "../evm-wallet.js";
import type { Outcome } from "../harness/wallets.js";
import { elsewhere } from "../owner.js";
import { aCompany, agreeToShare, submit, type WalletVisit, WalletWorld } from "../wallet-world.js";
import { watch, watched } from "./watch.js";

const WALLET = "evm:test.wallet:11111111-2222-4333-8444-555555555555";
const CONTENT = {
  level: "plus+liveness",
  credentialSubject: { id: "uuid:1", firstName: "Ada", nationality: "PT" },
};
const NOTES = { type: "kyc", level: "plus+liveness", status: "approved", issuer: "Acme KYC" };
/** A document of 10 MiB and a selfie of 2 MiB, as Ascii85 writes them. */
const [TEN_MIB, TWO_MIB] = [12.5 * 1024 * 1024, 2.5 * 1024 * 1024];
const PURPOSE = "to open an account";

/** What a person reads for an outcome, from the words of the dashboard. */
function said({ failure }: Outcome): string {
  const { kind, code } = (failure ?? expect.fail("it did not fail")) as Record<string, string>;
  const error =
    kind === "enclave"
      ? new EnclaveError(code as RefusalCode)
      : new IdosError(failure as unknown as Failure);
  return say(error).text;
}

const answerShop = (popup: Page) => popup.getByRole("button", { name: /^Answer shop/ }).click();
const anotherKey = () => toBase64(x25519.getPublicKey(x25519.utils.randomSecretKey()));

describe("a page with a real node and the enclave", () => {
  const signer = heldEvm(randomBytes(32));
  const filter = (content?: object, change: object = {}) => ({
    issuerKeys: [world.issuer.key],
    ...(content && { content: { pick: {}, omit: {}, ...content } }),
    ...change,
  });
  const portuguese = { pick: { "credentialSubject.nationality": ["PT"] } };
  let world: WalletWorld;
  let browser: Awaited<ReturnType<typeof launch>>;
  let visit: WalletVisit;
  let profile: { id: string; encryptionKey: string };
  const ids: Record<"kyc" | "german" | "other" | "foreign" | "text", string> = {
    kyc: "",
    german: "",
    other: "",
    foreign: "",
    text: "",
  };

  beforeAll(async () => {
    world = await WalletWorld.open();
    browser = await launch();
    await injectEvm(browser.context, signer);
    visit = await world.visit(browser.context);
    await visit.step("connect", WALLET);
    profile = await visit.makeProfile();
    await visit.step("logIn");
    const issue = (content: unknown, notes: object = NOTES, key = profile.encryptionKey) =>
      world.issuer.issue(profile.id, key, { ...notes }, content);
    const german = { ...CONTENT, credentialSubject: { nationality: "DE" } };
    ids.kyc = await issue(CONTENT);
    ids.german = await issue(german, { ...NOTES, level: "basic" });
    ids.foreign = await issue(CONTENT, NOTES, anotherKey());
    ids.text = await issue("this is no JSON");
    ids.other = await visit.step("addOwn", CONTENT).then(({ value }) => String(value));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  describe("finding a credential", () => {
    it("by_issuer_takes_no_other_issuers_and_no_copies", async () => {
      const { value } = await visit.step("filter", filter());
      expect((value as string[]).sort()).toEqual(
        [ids.kyc, ids.german, ids.foreign, ids.text].sort(),
      );
      expect(await visit.step("filter", filter(undefined, { issuerKeys: [] }))).toEqual({
        value: [],
      });
    });

    it("by_level_and_by_notes_asks_nobody", async () => {
      const level = { userLevel: "basic", requiredAddons: ["liveness"] };
      const { value } = await visit.step("filter", filter(undefined, { level }));
      expect(value).not.toContain(ids.german);
      const notes = { pick: { level: ["basic"] }, omit: {} };
      expect(await visit.step("filter", filter(undefined, { notes }))).toEqual({
        value: [ids.german],
      });
    });

    it("by_what_is_inside_asks_the_person_once_and_leaves_out_what_cannot_be_read", async () => {
      const first = await visit.asked(answerShop, "filter", filter(portuguese));
      expect(first).toEqual({ value: [ids.kyc] });
      expect(await visit.step("filter", filter(portuguese))).toEqual({ value: [ids.kyc] });
      const elsewhere = { pick: { "credentialSubject.nationality": ["FR", "DE"] } };
      expect(await visit.step("filter", filter(elsewhere))).toEqual({ value: [ids.german] });
    });

    it("learns_nothing_when_the_person_says_no", async () => {
      const born = { pick: { "credentialSubject.dateOfBirth": ["1990-01-01"] } };
      const outcome = await visit.asked(
        (popup) => popup.getByRole("button", { name: "Not now" }).click(),
        "filter",
        filter(born),
      );
      expect(outcome).toEqual({ failure: { kind: "enclave", code: "declined" } });
    });
  });

  describe("sharing", () => {
    it("with_a_lock_cannot_be_taken_back_before_its_end", async () => {
      const company = aCompany();
      const lockedUntil = Math.floor(Date.now() / 1_000) + 86_400;
      const asked = { credentialId: ids.kyc, consumer: company.consumer, purpose: PURPOSE };
      const { value } = await visit.asked(
        async (popup) => {
          await popup.locator("#lock").check();
          await agreeToShare(popup);
        },
        "share",
        { ...asked, lockedUntil },
      );
      const grant = value as { id: string; dataId: string };
      expect(grant).toMatchObject({ lockedUntil, grantee: company.consumer.identifier });
      expect(JSON.parse(await world.readAs(company, grant.dataId))).toEqual(CONTENT);
      const me = await elsewhere(world.node, signer);
      await expect(me.sharing.revoke(grant.id)).rejects.toThrow(/locked/);
    });

    it("of_something_that_is_no_JSON_says_that_it_cannot_list_what_is_inside", async () => {
      const company = aCompany();
      const asked = { credentialId: ids.text, consumer: company.consumer, purpose: PURPOSE };
      const { value } = await visit.asked(
        async (popup) => {
          await popup.getByText("A document whose content cannot be listed").waitFor();
          await agreeToShare(popup);
        },
        "share",
        { ...asked, lockedUntil: 0 },
      );
      const { dataId } = value as { dataId: string };
      expect(await world.readAs(company, dataId)).toBe("this is no JSON");
    });

    it("of_something_that_does_not_decrypt_shares_nothing_and_says_what_to_do", async () => {
      const before = await visit.step("given");
      const { consumer } = aCompany();
      const outcome = await visit.step("share", {
        credentialId: ids.foreign,
        consumer,
        purpose: PURPOSE,
        lockedUntil: 0,
      });
      expect(outcome).toEqual({ failure: { kind: "enclave", code: "not-for-this-key" } });
      expect(said(outcome)).toContain("The issuer can send it again");
      expect(await visit.step("given")).toEqual(before);
      expect((await visit.step("list")).value).toContain(ids.foreign);
    });
  });

  it("opening_what_does_not_decrypt_says_what_to_do_and_loses_nothing", async () => {
    const outcome = await visit.step("open", ids.foreign);
    expect(outcome).toEqual({ failure: { kind: "enclave", code: "not-for-this-key" } });
    expect(said(outcome)).toContain("The issuer can send it again");
    expect((await visit.step("list")).value).toContain(ids.foreign);
  });

  it("a_paper_gives_a_second_company_access_to_a_copy_when_that_company_brings_it", async () => {
    const [first, second] = [aCompany(), aCompany()];
    const asked = { credentialId: ids.kyc, consumer: first.consumer, purpose: PURPOSE };
    const shared = await visit.asked(agreeToShare, "share", { ...asked, lockedUntil: 0 });
    const { dataId } = shared.value as { dataId: string };
    const hash = toHex(sha256(toUtf8(JSON.stringify(CONTENT))));
    const { value } = await visit.step("accessGrant", dataId, second.signer.identifier, 0n, hash);
    const paper = value as SignedAccessGrant;
    await expect(submit(world.node, aCompany(), paper)).rejects.toThrow("not named by this paper");
    await submit(world.node, second, paper);
    expect((await visit.step("given")).value).toContain(second.signer.identifier);
  });

  it("a_paper_for_which_the_node_has_other_words_is_not_signed", async () => {
    const now = BigInt(Math.floor(Date.now() / 1_000));
    const terms = {
      consumer: aCompany().signer.identifier,
      issuerKey: world.issuer.key,
      lockedUntil: 0n,
      notBefore: now,
      notAfter: now + 60n,
    };
    await visit.page.route(`${world.node.url}/**`, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.replace("delegatedWriteGrant", "payEverything") });
    });
    const outcome = await visit.step("writeGrant", terms);
    await visit.page.unroute(`${world.node.url}/**`);
    expect(outcome).toMatchObject({ failure: { kind: "distrusted" } });
    expect(said(outcome)).toContain("Nothing was signed");
  });

  it("the_largest_credential_is_opened_shared_and_added_while_the_page_goes_on", async () => {
    const files = { idDocumentFrontFile: "z".repeat(TEN_MIB), selfieFile: "y".repeat(TWO_MIB) };
    const content = { ...CONTENT, credentialSubject: files };
    const { length } = JSON.stringify(content);
    const id = await world.issuer.issue(profile.id, profile.encryptionKey, NOTES, content);
    await visit.page.evaluate(watch);
    const letShop = (popup: Page) => popup.getByRole("button", { name: /^Let shop/ }).click();
    expect(await visit.asked(letShop, "openLength", id)).toEqual({ value: length });
    const opening = await visit.page.evaluate(watched);
    expect(opening.told.length).toBeGreaterThan(2);
    const company = aCompany();
    const asked = { credentialId: id, consumer: company.consumer, purpose: PURPOSE };
    await visit.page.evaluate(watch);
    const { value } = await visit.asked(agreeToShare, "share", { ...asked, lockedUntil: 0 });
    const sharing = await visit.page.evaluate(watched);
    const { dataId } = (value ?? expect.fail("it was not shared")) as { dataId: string };
    expect((await world.readAs(company, dataId)).length).toBe(length);
    await visit.page.evaluate(watch);
    expect(await visit.step("addOwnOf", TEN_MIB)).toEqual({ value: TEN_MIB });
    const adding = await visit.page.evaluate(watched);
    const longest = (tasks: readonly number[]) => Math.max(0, ...tasks);
    process.stdout.write(
      `longest task of a page that opens ${length} bytes: ${longest(opening.longTasks)} ms, ` +
        `that shares them: ${longest(sharing.longTasks)} ms, ` +
        `that adds ${TEN_MIB} of its own: ${longest(adding.longTasks)} ms\n`,
    );
  }, 180_000);

  describe("a node", () => {
    it("with_a_wrong_address_is_told_so_and_nothing_is_lost", async () => {
      const nowhere = await world.visit(browser.context, { nodeUrls: ["http://localhost:9"] });
      const outcome = await nowhere.step("connect", WALLET);
      expect(outcome).toMatchObject({ failure: { kind: "unavailable", sent: false } });
      expect(said(outcome)).toMatch(/Nothing is lost.*check the node’s address/);
      await nowhere.page.close();
    });

    it("that_is_something_else_is_told_so", async () => {
      const site = await world.visit(browser.context, { nodeUrls: [world.site] });
      const outcome = await site.step("connect", WALLET);
      expect(said(outcome)).toMatch(/Nothing is lost.*check the node’s address/);
      await site.page.close();
    });

    it("of_another_chain_is_not_logged_in_to", async () => {
      const other = await world.visit(browser.context, { chainId: `idos-${randomUUID()}` });
      const outcome = await other.step("connect", WALLET);
      expect(outcome).toMatchObject({ failure: { kind: "distrusted" } });
      expect(said(outcome)).toContain("belongs to another network. Nothing was signed");
      await other.page.close();
    });

    it("that_is_away_for_a_while_loses_nothing", async () => {
      await visit.page.route(`${world.node.url}/**`, (route) => route.abort());
      const reading = await visit.step("list");
      expect(reading).toMatchObject({ failure: { kind: "unavailable", sent: false } });
      expect(said(reading)).toContain("Nothing is lost");
      await visit.page.unroute(`${world.node.url}/**`);
      await visit.page.route(`${world.node.url}/**`, (route) =>
        route.request().postData()?.includes("user.broadcast") ? route.abort() : route.continue(),
      );
      const writing = await visit.step("addAttribute", "nickname", "Ada");
      expect(writing).toMatchObject({ failure: { kind: "unavailable", sent: true } });
      expect(said(writing)).toContain("reload this page before you try again");
      await visit.page.unroute(`${world.node.url}/**`);
      expect(await visit.step("attributes")).toEqual({ value: [] });
      expect(await visit.step("addAttribute", "nickname", "Ada")).toHaveProperty("value");
      expect(await visit.step("attributes")).toEqual({ value: ["Ada"] });
    });

    it("with_two_addresses_one_is_enough", async () => {
      const nodeUrls = ["http://localhost:9", world.node.url];
      const both = await world.visit(browser.context, { nodeUrls });
      expect(await both.step("connect", WALLET)).toHaveProperty("value");
      expect(await both.step("logIn")).toEqual({ value: profile.id });
      await both.page.close();
    });
  });
});
