import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { heldEvm } from "@idos/client";
import { fromBase64 } from "@idos/protocol";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./browser.mjs";
import { crowd } from "./dashboard-crowd.js";
import {
  agree,
  agreeing,
  connect,
  enclaveWindow,
  handsOn,
  makeKey,
  openWorld,
  type World,
} from "./dashboard-world.js";
import { injectEvm } from "./evm-wallet.js";
import { look } from "./look.js";
import { elsewhere, share, shareWithStranger } from "./owner.js";

const PASSWORD = "seven copper badgers hum";
/** One red pixel. */
const PICTURE =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const DAY = 86_400;
const seconds = () => Math.floor(Date.now() / 1000);
const iso = (at: number) => new Date(at * 1000).toISOString();

let world: World;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  page = await world.context.newPage();
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) {
      violations.push(message.text());
    }
  });
}, 300_000);
afterAll(async () => {
  await world?.close();
});

const { heading, go, press, confirm } = handsOn(() => page);

describe("a person's dashboard", () => {
  it("offers_every_wallet_of_the_browser", async () => {
    await page.goto(world.dashboardUrl);
    await page.getByRole("button", { name: /Test wallet/ }).waitFor();
    expect(await look(page, "connect")).toEqual([]);
  });

  it("says_that_a_new_wallet_has_no_profile", async () => {
    await connect(page, world.dashboardUrl);
    await heading("This wallet has no idOS profile yet");
    expect(await look(page, "create-profile")).toEqual([]);
  });

  it("loses_nothing_when_the_wallet_refuses_and_makes_the_profile_at_the_second_try", async () => {
    await connect(page, world.dashboardUrl);
    await heading("This wallet has no idOS profile yet");
    world.wallet.refuses = true;
    const popup = await enclaveWindow(page, () => press("Create my profile"));
    await makeKey(popup, PASSWORD);
    await page.getByText("Your wallet did not sign.").waitFor();
    world.wallet.refuses = false;
    await press("Create my profile");
    await heading("My data");
    expect(world.profiles).toHaveLength(1);
  });

  it("shows_an_empty_page_with_one_way_on", async () => {
    await page.getByText("No credentials yet.").waitFor();
    expect(await look(page, "my-data-empty")).toEqual([]);
  });

  it("shows_what_needs_attention_first_and_never_renders_what_strangers_wrote", async () => {
    const [profile] = world.profiles;
    const { id, key } = profile ?? expect.fail("no profile");
    const issue = (notes: object, content: unknown) =>
      world.issuer.issue(id, key.encryptionKey, { ...notes }, content);
    const subject = {
      firstName: "Ada",
      familyName: "<img src=x onerror=alert(1)>",
      dateOfBirth: "1990-04-12",
      idDocumentFrontFile: PICTURE,
    };
    await issue(
      {
        type: "kyc",
        level: "basic",
        status: "approved",
        issuer: "Acme KYC",
        expirationDate: iso(seconds() + 900 * DAY),
      },
      { type: ["VerifiableCredential"], level: "basic", credentialSubject: subject },
    );
    await issue(
      {
        type: "human",
        level: "human",
        status: "approved",
        issuer: "Acme KYC",
        expirationDate: iso(seconds() + 9 * DAY),
      },
      { credentialSubject: { faceSignUserId: "1" } },
    );
    await issue({ type: "<b>bold</b>", status: "revoked", issuer: "<i>Mallory</i>" }, "not json");
    await connect(page, world.dashboardUrl);
    await heading("My data");
    const names = page.getByRole("list", { name: "My data" }).locator("strong");
    await names.first().waitFor();
    expect(await names.allInnerTexts()).toEqual([
      "<b>bold</b>",
      "Proof of personhood",
      "KYC basic",
    ]);
    expect(await page.locator("main b, main i").count()).toBe(0);
    await page.getByText("Proof of personhood expires in 9 days.").waitFor();
    expect(await look(page, "my-data")).toEqual([]);
  });

  it("finds_by_words_and_type_and_keeps_them_in_the_address", async () => {
    await page.getByRole("searchbox", { name: "Search your data" }).fill("personhood");
    await page.getByText("1 of 3 shown").waitFor();
    expect(page.url()).toContain("personhood");
    await page.getByRole("searchbox").fill("nothing like this");
    await page.getByText("Nothing matches").waitFor();
    await press("Show everything");
    await page.getByRole("combobox", { name: "Type" }).selectOption("KYC");
    await page.getByText("1 of 3 shown").waitFor();
    expect(page.url()).toContain("type=KYC");
    await page.getByRole("combobox", { name: "Type" }).selectOption("All types");
    await page.getByText("3 credentials").waitFor();
  });

  it("opens_a_credential_in_the_enclave_and_shows_its_facts_and_pictures", async () => {
    await page.getByRole("link", { name: /KYC basic/ }).click();
    await heading("KYC basic");
    const popup = await enclaveWindow(page, () => press("Show details"));
    await agree(popup);
    await page.getByText("Ada", { exact: true }).waitFor();
    await page.getByText("<img src=x onerror=alert(1)>").waitFor();
    const picture = page.getByRole("img", { name: /Picture/ });
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    expect(await look(page, "credential")).toEqual([]);
  });

  it("says_so_when_a_credential_is_not_json", async () => {
    await go("My data");
    await page.getByRole("list", { name: "My data" }).getByRole("link", { name: /bold/ }).click();
    const told = page.getByText("The content is not in a form this page can show.");
    await agreeing(
      page,
      () => press("Show details"),
      () => told.waitFor(),
    );
  });

  it("shows_who_can_read_and_takes_access_back", async () => {
    const me = await elsewhere(world.node, world.signer);
    const [kyc] = (await me.credentials.list()).filter(({ notes }) => notes.type === "kyc");
    const lock = BigInt(seconds() + 1_600 * DAY);
    await shareWithStranger(me, kyc?.id ?? "", 0n);
    await shareWithStranger(me, kyc?.id ?? "", lock);
    await connect(page, world.dashboardUrl);
    await go("Shared with others");
    await heading("Shared with others");
    await page.getByText(/^Locked until .*, in 4 years/).waitFor();
    expect(await look(page, "shared-with-others")).toEqual([]);
    const rows = page.getByRole("list", { name: "Who can read it" }).getByRole("listitem");
    expect(await rows.locator(".badge").allInnerTexts()).toEqual(["locked", "can read"]);
    expect(
      await rows
        .nth(0)
        .getByText(/^Locked until/)
        .count(),
    ).toBe(1);
    expect(await rows.nth(1).getByText("You can take it back at any time.").count()).toBe(1);
    const taking = page.getByRole("button", { name: /^Take access back from/ });
    expect(await taking.count()).toBe(2);
    expect(await taking.and(page.locator(":disabled")).count()).toBe(1);
    await taking.and(page.locator(":enabled")).click();
    expect(await look(page, "revoke")).toEqual([]);
    await confirm("Take access back");
    await page.getByText("can no longer read it.").first().waitFor();
    expect(await me.sharing.given()).toHaveLength(1);
  });

  it("counts_down_to_the_end_of_a_lock_and_then_lets_it_be_taken_back", async () => {
    const me = await elsewhere(world.node, world.signer);
    const [grant] = await me.sharing.given();
    const until = (grant ?? expect.fail("no access")).lockedUntil * 1000;
    const browser = await launch();
    await injectEvm(browser.context, world.signer);
    const later = await browser.context.newPage();
    await later.clock.install();
    const hands = handsOn(() => later);
    await connect(later, world.dashboardUrl);
    await hands.go("Shared with others");
    await later.getByText(/^Locked until .*, in 4 years/).waitFor();
    const taking = later.getByRole("button", { name: /^Take access back from/ });
    expect(await taking.isDisabled()).toBe(true);
    await later.clock.pauseAt(until - 45_000);
    await later.getByText(/^Locked until .*, in 45 seconds/).waitFor();
    await later.clock.runFor(1_000);
    await later.getByText(/^Locked until .*, in 44 seconds/).waitFor();
    await later.clock.runFor(44_000);
    expect(await taking.isDisabled()).toBe(true);
    await later.clock.runFor(2_000);
    await later.getByText(/^Its lock ended on/).waitFor();
    await later.getByText("can read", { exact: true }).waitFor();
    expect(await taking.isEnabled()).toBe(true);
    await browser.close();
  });

  it("does_not_delete_what_is_locked", async () => {
    await go("My data");
    await page.getByRole("link", { name: /KYC basic/ }).click();
    await page.getByText("It cannot be deleted yet").waitFor();
    expect(await page.getByRole("button", { name: "Delete this credential" }).isDisabled()).toBe(
      true,
    );
  });

  it("deletes_a_credential_after_asking", async () => {
    await go("My data");
    await page.getByRole("list", { name: "My data" }).getByRole("link", { name: /bold/ }).click();
    await press("Delete this credential");
    expect(await look(page, "delete-credential")).toEqual([]);
    await confirm("Delete for good");
    await heading("My data");
    await page.getByText("2 credentials").waitFor();
  });

  it("adds_a_fact_only_when_the_person_knows_that_it_is_open", async () => {
    await page.getByRole("link", { name: "Add my own data" }).click();
    await heading("Add my own data");
    await page.getByRole("textbox", { name: "What" }).fill("nickname");
    await page.getByRole("textbox", { name: "Value" }).fill("Ada");
    await press("Add the fact");
    await page.getByText("Tick that you know others can read it.").waitFor();
    expect(await look(page, "add")).toEqual([]);
    await page.getByRole("checkbox").check();
    await press("Add the fact");
    await page.getByText("nickname is added.").waitFor();
  });

  it("refuses_a_file_over_10_MiB_before_anything_is_uploaded", async () => {
    const buffer = Buffer.alloc(10 * 1024 * 1024 + 1);
    const file = { name: "large.bin", mimeType: "application/octet-stream", buffer };
    await page.locator("#file").setInputFiles(file);
    await page.getByText("This file is larger than 10 MiB.").waitFor();
  });

  it("adds_a_document_sealed_to_the_person", async () => {
    const file = { name: "diploma.txt", mimeType: "text/plain", buffer: Buffer.from("well done") };
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("textbox", { name: "Title" }).fill("My diploma");
    await press("Add the document");
    await heading("My data");
    await page.getByRole("link", { name: /My diploma/ }).waitFor();
  });

  it("reminds_of_a_second_wallet_and_adds_and_removes_one", async () => {
    await go("Wallets");
    await heading("Wallets");
    await page.getByText("You have one wallet.", { exact: false }).last().waitFor();
    await press("Add a wallet");
    expect(await look(page, "wallets")).toEqual([]);
    await press("Development wallet");
    await page.getByText("is added to your profile.").waitFor();
    await page.getByRole("button", { name: /^Remove / }).click();
    expect(await look(page, "remove-wallet")).toEqual([]);
    await confirm("Remove");
    await page.getByText("is removed.").waitFor();
  });

  it("names_the_operators", async () => {
    await go("Operators");
    await page.getByText("in order").waitFor();
    expect(await look(page, "operators")).toEqual([]);
  });

  it("shows_what_others_shared", async () => {
    await go("Shared with me");
    await page.getByText("Nobody has shared anything with this wallet.").waitFor();
    expect(await look(page, "shared-with-me-empty")).toEqual([]);
    const friend = heldEvm(randomBytes(32));
    await crowd(world.node, world.issuer, friend, 1);
    const other = await elsewhere(world.node, friend);
    const [original] = await other.credentials.list();
    const key = fromBase64(world.profiles[0]?.key.encryptionKey ?? "");
    await share(other, original?.id ?? "", 0n, world.signer.identifier, key);
    await connect(page, world.dashboardUrl);
    await go("Shared with me");
    await press("Show details");
    const shared = page.getByText("with you", { exact: true });
    await agreeing(
      page,
      () => press("Show details"),
      () => shared.waitFor(),
    );
    expect(await look(page, "shared-with-me")).toEqual([]);
  });

  it("gives_up_what_others_shared", async () => {
    await go("My data");
    await go("Shared with me");
    await press("Give this access up");
    expect(await look(page, "give-up")).toEqual([]);
    await confirm("Give this access up");
    await page.getByText("Nobody has shared anything with this wallet.").waitFor();
  });

  it("tells_when_an_issuer_revokes", async () => {
    const me = await elsewhere(world.node, world.signer);
    const human = (await me.credentials.list()).find(({ notes }) => notes.type === "human");
    const { notes } = human ?? expect.fail("no credential");
    await world.issuer.editNotes(notes.id ?? "", { ...notes.all, status: "revoked" });
    await connect(page, world.dashboardUrl);
    await go("My data");
    await page.getByText("Proof of personhood was revoked by its issuer.").waitFor();
    await page
      .getByRole("list")
      .getByRole("link", { name: /Proof of personhood/ })
      .click();
    await heading("Proof of personhood");
    await page.getByText("The issuer has edited these facts").waitFor();
    expect(await look(page, "revoked")).toEqual([]);
  });

  it("exports_everything_into_one_file", async () => {
    await go("Settings");
    await heading("Settings");
    expect(await look(page, "settings")).toEqual([]);
    const saved = await agreeing(
      page,
      () => press("Export everything"),
      () => page.waitForEvent("download"),
    );
    const file = await saved.path();
    const { credentials } = JSON.parse(await readFile(file, "utf8"));
    expect(JSON.stringify(credentials)).toContain("Ada");
    expect(JSON.stringify(credentials)).toContain(btoa("well done"));
  });

  it("tells_what_it_knew_when_no_node_answers", async () => {
    await go("Operators");
    await page.getByText("in order").waitFor();
    await page.route(`${world.node.url}/**`, (route) => route.abort());
    await page
      .getByText(/^No node answers. You see what was known at/)
      .waitFor({ timeout: 60_000 });
    expect(await look(page, "offline")).toEqual([]);
    await page.unroute(`${world.node.url}/**`);
  });

  it("has_a_bar_of_five_at_the_bottom_of_a_phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const links = page.getByRole("navigation").locator("a:visible");
    expect(await links.count()).toBe(5);
    const boxes = await links.evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
    for (const { bottom, height, width } of boxes) {
      expect(bottom).toBeGreaterThan(844 - 60);
      expect(Math.min(height, width)).toBeGreaterThanOrEqual(44);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("deletes_the_account_and_says_what_stays", async () => {
    await go("Settings");
    await press("Delete my account");
    await page.getByText(/1 locked access, until/).waitFor();
    const yes = page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" });
    expect(await yes.isDisabled()).toBe(true);
    expect(await look(page, "delete-account")).toEqual([]);
    await page.getByRole("alertdialog").getByRole("textbox").fill("delete my account");
    await yes.click();
    await heading("Your proofs, in your hands");
    await page.getByText("Your account is deleted.").waitFor();
  });

  it("breaks_no_policy_of_its_site", () => {
    expect(violations).toEqual([]);
  });
});
