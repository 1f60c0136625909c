import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enclaveWindow, makeKey } from "./dashboard-world.js";
import { allow, connect, factsOf, Person, press, sayNo, sayYes } from "./demo-world.js";
import { TestIssuer } from "./issuer.js";
import { look } from "./look.js";
import { CARD_LOCK_SECONDS, Town } from "./town.js";

const PASSWORD = "seven copper badgers hum";
const HOSTILE = "<img src=x onerror=alert(1)>";
const TEN_MIB = 10 * 1024 * 1024;

let town: Town;
let ada: Person;
let bob: Person;
let acme: Page;
let desk: Page;
let bank: Page;
let card: Page;
let office: Page;
/** What axe or the eye of a ruler finds wrong on any page. */
const findings: string[] = [];

beforeAll(async () => {
  [town, ada, bob] = await Promise.all([Town.open(), Person.arrive(), Person.arrive()]);
}, 300_000);
afterAll(async () => {
  await Promise.all([town?.close(), ada?.leave(), bob?.leave()]);
});

const reads = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const heading = (page: Page, name: string) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const heading2 = (page: Page, name: string) =>
  page.getByRole("heading", { name, level: 2 }).waitFor();
const widthsOf = (page: Page) =>
  page
    .locator("figure img")
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
const see = async (page: Page, name: string) => findings.push(...(await look(page, name, "demo")));
const draw = async (page: Page) => {
  await page.bringToFront();
  for (const button of await page.getByRole("button", { name: "Use a drawing" }).all()) {
    await button.click();
  }
  await page.getByText("sample selfie.png", { exact: false }).waitFor();
};
/** Makes a key in the enclave, and asks for a profile with it. */
const createProfile = async (page: Page) =>
  makeKey(await enclaveWindow(page, () => press(page, "Create my profile")), PASSWORD);
/** Opens the newest case of a wallet on the reviewer's desk. */
const openCase = async (of: Person) => {
  await desk.goto(`${town.site("acme")}/review`);
  const { address } = of.signer;
  await desk
    .getByRole("link", { name: `${address.slice(0, 6)}…` })
    .first()
    .click();
  await heading(desk, `Case of ${address.slice(0, 6)}…${address.slice(-4)}`);
};
const decide = async (button: string, reason?: string) => {
  if (reason !== undefined) {
    await desk.getByLabel("Why, for the person").fill(reason);
  }
  await press(desk, button);
};
/** Opens the newest customer in the back office of a company. */
const openCustomer = async (company: "bank" | "card", of: Person) => {
  await office.goto(`${town.site(company)}/office`);
  await office.getByRole("link", { name: `${of.signer.address.slice(0, 6)}…` }).click();
};

describe("three companies and two people", () => {
  it("welcomes_a_stranger_who_reads_before_connecting", async () => {
    acme = await ada.visit(town.site("acme"));
    await heading(acme, "Be checked once");
    await acme.getByRole("button", { name: /Test wallet/ }).waitFor();
    await see(acme, "acme-welcome");
    desk = await ada.visit(`${town.site("acme")}/review`);
    await reads(desk, "No cases yet.");
    await see(desk, "acme-desk-empty");
    office = await ada.visit(`${town.site("bank")}/office`);
    await reads(office, "No customers yet.");
    await see(office, "bank-office-empty");
  });

  it("makes_no_profile_when_the_person_or_their_wallet_says_no_and_one_when_both_say_yes", async () => {
    await connect(acme);
    await reads(acme, "This wallet has no idOS profile yet");
    await see(acme, "acme-create");
    await sayNo(await enclaveWindow(acme, () => press(acme, "Create my profile")));
    await reads(acme, "You said no. Nothing was shared.");
    const closed = await enclaveWindow(acme, () => press(acme, "Create my profile"));
    await closed.close();
    await reads(acme, "The enclave’s window was closed.");
    ada.wallet.refuses = true;
    await createProfile(acme);
    await reads(acme, "Your wallet did not sign.");
    ada.wallet.refuses = false;
    await press(acme, "Create my profile");
    await heading(acme, "Be checked once");
    await acme.getByRole("heading", { name: "Who you are" }).waitFor();
  });

  it("refuses_in_the_form_what_could_not_be_sent", async () => {
    await press(acme, "Sign and send to Acme KYC");
    await reads(acme, "Fill this in.");
    await reads(acme, "Choose a picture.");
    const file = acme.getByLabel("Picture of the document: choose a file");
    const buffer = Buffer.alloc(TEN_MIB + 1);
    await file.setInputFiles({ name: "large.png", mimeType: "image/png", buffer });
    await reads(acme, "This picture is larger than 10 MiB.");
    const page = Buffer.from("<script>alert(1)</script>");
    await acme
      .getByLabel("Picture of your face: choose a file")
      .setInputFiles({ name: `${HOSTILE}.html`, mimeType: "text/html", buffer: page });
    await reads(acme, "This is not a PNG, JPEG or WebP picture.");
    await see(acme, "acme-form-problems");
  });

  it("signs_with_no_other_account_and_keeps_the_form_when_the_wallet_refuses", async () => {
    await press(acme, "Fill in a sample person");
    await acme.getByLabel("Family name").fill(`Example ${HOSTILE}`);
    await draw(acme);
    expect(await acme.locator(".problem:not(:empty)").count()).toBe(0);
    await acme.getByRole("checkbox", { name: /proof that I am a person/ }).check();
    await see(acme, "acme-form");
    ada.wallet.account = bob.signer;
    await press(acme, "Sign and send to Acme KYC");
    await reads(acme, "Your wallet shows another account now.");
    ada.wallet.account = ada.signer;
    ada.wallet.refuses = true;
    await press(acme, "Sign and send to Acme KYC");
    await reads(acme, "Your wallet did not sign.");
    expect(await acme.getByLabel("First name").inputValue()).toBe("Ada");
    await desk.reload();
    await reads(desk, "No cases yet.");
    ada.wallet.refuses = false;
    await press(acme, "Sign and send to Acme KYC");
    await reads(acme, "A reviewer looks at your case.");
    await see(acme, "acme-waiting");
  });

  it("finds_the_case_again_after_a_reload", async () => {
    await acme.reload();
    await connect(acme);
    await reads(acme, "A reviewer looks at your case.");
  });

  it("tells_at_the_bank_that_no_proof_is_there_yet_and_where_to_get_one", async () => {
    bank = await ada.visit(town.site("bank"));
    await bank.getByRole("button", { name: /Test wallet/ }).waitFor();
    await see(bank, "bank-welcome");
    await connect(bank);
    await reads(bank, "you have no proof of theirs that we can use");
    await reads(bank, "takes nobody just now");
    const link = bank.getByRole("link", { name: "Be checked by Acme KYC" });
    expect(await link.getAttribute("href")).toBe(town.site("acme"));
    expect(await bank.getByRole("button", { name: /^Share/ }).count()).toBe(0);
    await see(bank, "bank-none");
  });

  it("serves_a_second_person_beside_the_first", async () => {
    const page = await bob.visit(town.site("bank"));
    await connect(page);
    await createProfile(page);
    await page.getByRole("link", { name: "Be checked by Acme KYC" }).click();
    await connect(page);
    await press(page, "Fill in a sample person");
    await page.getByLabel("First name").fill(HOSTILE);
    await draw(page);
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
    await page
      .getByLabel("Picture of the document: choose a file")
      .setInputFiles({ name: `"><b>${HOSTILE}.png`, mimeType: "image/png", buffer });
    await allow(page, "Sign and send to Acme KYC");
    await reads(page, "A reviewer looks at your case.");
    await reads(acme, "A reviewer looks at your case.");

    await desk.goto(`${town.site("acme")}/review`);
    await expect.poll(() => desk.getByRole("link", { name: /^Case of/ }).count()).toBe(2);
    await see(desk, "acme-desk");
    await openCase(bob);
    expect(await desk.getByLabel("First name").inputValue()).toBe(HOSTILE);
    await reads(desk, `"><b>${HOSTILE}.png`);
    expect(await desk.locator("main b, main img[src='x']").count()).toBe(0);
    await decide("Decline", `The picture is cut off ${HOSTILE}`);
    await reads(page, `In the reviewer’s words: The picture is cut off ${HOSTILE}`);
    await reads(page, "Our copy of your data and pictures was deleted on");
    await see(page, "acme-declined");
    await reads(acme, "A reviewer looks at your case.");
  });

  it("issues_what_the_reviewer_approved_and_deletes_its_own_copy_visibly", async () => {
    await openCase(ada);
    await reads(desk, "We hold this person’s data and pictures.");
    await expect.poll(() => widthsOf(desk)).toEqual([900, 600]);
    await desk.getByLabel("Document number").fill("X1234567");
    await see(desk, "acme-case");
    await decide("Approve and issue");
    await reads(desk, /^Our copy was deleted on/);
    expect(await desk.locator("figure").count()).toBe(0);
    await see(desk, "acme-case-issued");
    await reads(acme, "Done. The proof is in your profile, and only you can open it.");
    await reads(acme, "Our copy of your data and pictures was deleted on");
    await see(acme, "acme-issued");
    const me = await ada.elsewhere(town);
    const issued = await me.credentials.list();
    expect(issued.map(({ notes }) => [notes.type, notes.status])).toEqual(
      expect.arrayContaining([
        ["kyc", "approved"],
        ["human", "approved"],
      ]),
    );
    expect(issued).toHaveLength(2);
    expect(await me.sharing.given()).toEqual([]);
  });

  it("finds_a_usable_proof_for_each_issuer_and_lets_the_person_choose", async () => {
    const me = await ada.elsewhere(town);
    const meridian = { type: "kyc", level: "plus+liveness", status: "approved" };
    const acmeDesk = await TestIssuer.at({ url: town.nodeUrl, issuerSeed: await town.acmeSeed() });
    const { id, recipient_encryption_public_key: key } = me.profile;
    await acmeDesk.issue(id, key, meridian, { forged: true }, await town.meridianSeed());
    await press(bank, "Look again");
    await reads(
      bank,
      /We found your proof: basic check \(face, e-mail\), issued by Acme KYC\. Valid until/,
    );
    await see(bank, "bank-choice");
    await bank.getByRole("radio", { name: /Meridian ID/ }).check();
    await reads(bank, /We found your proof: .*, issued by Meridian ID\./);
  });

  it("opens_no_account_on_a_proof_that_does_not_hold", async () => {
    await allow(bank, "Share with Nova Bank");
    await reads(bank, "We could not open an account");
    await see(bank, "bank-refused");
    await office.reload();
    await reads(office, "No customers yet.");
    await press(bank, "Start again");
    await bank.getByRole("radio", { name: /Acme KYC/ }).check();
  });

  it("shares_nothing_until_the_person_agrees_to_the_lock", async () => {
    await sayNo(await enclaveWindow(bank, () => press(bank, "Share with Nova Bank")));
    await reads(bank, "You said no. Nothing was shared.");
    const popup = await enclaveWindow(bank, () => press(bank, "Share with Nova Bank"));
    await popup.getByRole("button", { name: "Share with Nova Bank" }).click();
    await reads(popup, "Tick the lock if you agree to it");
    await sayNo(popup);
    const me = await ada.elsewhere(town);
    expect(await me.sharing.given()).toHaveLength(1);
  });

  it("goes_on_after_a_reload_where_the_wallet_refused_to_prove_itself", async () => {
    ada.wallet.refuses = (text) => text.startsWith("operation: openAccount");
    await allow(bank, "Share with Nova Bank");
    await reads(bank, "Your wallet did not sign.");
    await reads(bank, "You have shared this proof with Nova Bank already. Go on.");
    ada.wallet.refuses = false;
    await bank.reload();
    await connect(bank);
    await press(bank, "Open my account");
    await heading2(bank, "Welcome to Nova Bank");
    await see(bank, "bank-done");
  });

  it("shows_in_the_back_office_exactly_what_the_bank_received_and_until_when", async () => {
    await office.reload();
    await office.getByRole("link", { name: /^Customer/ }).waitFor();
    await see(office, "bank-office");
    await openCustomer("bank", ada);
    expect(await factsOf(office, "What was proven")).toEqual({
      "Issuer proven": "signed by Acme KYC",
      "Integrity proven": "every field is as the issuer signed it",
      "Holder proven": "issued to the wallet that signed at our door",
      "Status proven": "the issuer says it is approved, as of now",
      "Dates proven": "valid today",
      "Level proven": "checked as thoroughly as we ask: basic+liveness+email",
    });
    expect(await factsOf(office, "Exactly what we received")).toEqual({
      "Number given by the issuer": expect.stringMatching(/^uuid:/),
      "First name": "Ada",
      "Family name": `Example ${HOSTILE}`,
      "Date of birth": "12 April 1990",
      Nationality: "PT",
      "E-mail": "ada@example.org",
      "Kind of document": "PASSPORT",
      "Country of the document": "PT",
      "Document number": "X1234567",
      "Document valid until": "31 January 2034",
    });
    await reads(office, new RegExp(`^Certain until .* ${new Date().getFullYear() + 5}`));
    await expect.poll(() => widthsOf(office)).toEqual([900, 600]);
    expect(await office.locator("main img[src='x']").count()).toBe(0);
    await see(office, "bank-customer");
  });

  it("loses_nothing_when_the_node_goes_away_in_the_middle", async () => {
    card = await ada.visit(town.site("card"));
    await card.getByRole("button", { name: /Test wallet/ }).waitFor();
    await see(card, "card-welcome");
    await connect(card);
    await reads(card, "We found your proof");
    await see(card, "card-choice");
    await town.fail();
    await press(card, "Share with Onda Card");
    await reads(card, "No idOS node answered. Nothing is lost.");
    await see(card, "card-away");
    await town.start();
    const popup = await enclaveWindow(card, () => press(card, "Share with Onda Card"));
    const agreed = sayYes(popup);
    await reads(popup, /^Locked until .* \d\d:\d\d, for 1 minute\./);
    await agreed;
    await heading2(card, "Welcome to Onda Card");
    await openCustomer("card", ada);
    await reads(office, "Everything we ask for is proven.");
    await reads(office, /^Certain until/);
    await see(office, "card-customer");
  });

  it("corrects_a_proof_and_the_bank_sees_that_the_old_one_is_gone", async () => {
    await openCase(ada);
    await decide("Ask for corrected data", "The document number is wrong.");
    await reads(acme, "Something in your proof is wrong. Please send your data again.");
    await see(acme, "acme-correction");
    await press(acme, "Send corrected data");
    await press(acme, "Fill in a sample person");
    await draw(acme);
    await press(acme, "Sign and send to Acme KYC");
    await reads(acme, "A reviewer looks at your case.");
    await openCase(ada);
    await reads(desk, "It corrects an earlier proof");
    await decide("Approve and issue");
    await reads(desk, /^Our copy was deleted on/);
    await reads(acme, "Done. The proof is in your profile, and only you can open it.");
    await openCustomer("bank", ada);
    await reads(office, "Status fails");
    await reads(office, "This proof does not hold any more.");
    await see(office, "bank-customer-revoked");

    await bank.reload();
    await connect(bank);
    await allow(bank, "Share with Nova Bank");
    await heading2(bank, "Welcome to Nova Bank");
    await openCustomer("bank", ada);
    await reads(office, "Status proven");
  });

  it("takes_a_proof_back_and_the_bank_sees_it", async () => {
    await openCase(ada);
    await decide("Take the proof back", "The passport was reported stolen.");
    await reads(acme, "Acme KYC took this proof back.");
    await reads(acme, "The passport was reported stolen.");
    await see(acme, "acme-revoked");
    await office.reload();
    await reads(office, "Status fails");
    await bank.reload();
    await connect(bank);
    await reads(bank, "you have no proof of theirs that we can use");
  });

  it("lets_the_person_take_the_card_s_access_back_when_its_lock_has_ended", async () => {
    const dash = await ada.visit(town.site("dash"));
    await connect(dash);
    await heading(dash, "My data");
    await dash.getByRole("link", { name: /^Shared with others/ }).click();
    const open = dash
      .getByRole("button", { name: /^Take access back from/ })
      .and(dash.locator(":enabled"));
    await open.waitFor({ timeout: CARD_LOCK_SECONDS * 1_000 });
    expect(await open.count()).toBe(1);
    await open.click();
    await dash.getByRole("alertdialog").getByRole("button", { name: "Take access back" }).click();
    await reads(dash, "can no longer read it.");
    await openCustomer("card", ada);
    await reads(office, "Access has ended");
    expect(await office.getByRole("heading", { name: "Exactly what we received" }).count()).toBe(0);
    expect(await office.locator("figure").count()).toBe(0);
    await see(office, "card-customer-ended");
  });

  it("says_what_is_wrong_with_its_settings_or_its_network", async () => {
    const page = await ada.context.newPage();
    const told = (await (await fetch(`${town.local("card")}/config.json`)).json()) as object;
    const answer = async (change: object | null) => {
      await page.unrouteAll();
      await page.route("**/config.json", (route) =>
        route.fulfill({ json: change && { ...told, ...change } }),
      );
      await page.goto(town.site("card"));
    };
    await answer(null);
    await reads(page, "The file config.json of this site is missing or wrong.");
    await see(page, "card-no-config");
    await answer({ chainId: "another-network" });
    await reads(page, "A node answered something that cannot be right.");
    await answer({ nodeUrls: [`${town.site("card")}/nothing`] });
    await reads(page, "No idOS node answered.");
  });

  it("is_clean_on_every_page", () => {
    expect([...findings, ...ada.complaints, ...bob.complaints]).toEqual([]);
  });
});
