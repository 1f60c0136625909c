import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf } from "../axe.mjs";
import {
  asAlice,
  asBob,
  BOBS_PASSWORD,
  button,
  closed,
  credential,
  kyc,
  PASSWORD,
  shareRequest,
  type Visit,
  World,
} from "./world.js";

/** Set IDOS_SCREENSHOTS to a folder to keep the pictures; their ports are then those of `idos up`. */
const FOLDER = process.env["IDOS_SCREENSHOTS"];
const SIZES = { desktop: { width: 720, height: 760 }, phone: { width: 360, height: 740 } } as const;
const THEMES = ["light", "dark"] as const;

describe("every screen of the enclave is clean to axe, in both themes and at phone width", () => {
  let world: World;
  let visit: Visit;

  beforeAll(async () => {
    world = await World.open("default", FOLDER ? { sites: 8504, enclave: 8502 } : {});
    visit = await world.visit("bank", asAlice);
  });
  afterAll(() => world.close());

  async function look(page: Page, name: string): Promise<void> {
    if (FOLDER) {
      mkdirSync(FOLDER, { recursive: true });
    }
    const found: string[] = [];
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.evaluate(() => document.fonts.ready);
        found.push(...(await complaintsOf(page)));
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(`${name} ${size} is ${wide} px too wide`).toBe(`${name} ${size} is 0 px too wide`);
        if (FOLDER) {
          const path = `${FOLDER}/${name}-${size}-${colorScheme}.png`;
          await page.screenshot({ path, fullPage: true, animations: "disabled", caret: "hide" });
        }
      }
    }
    expect(found).toEqual([]);
  }

  it("the frame's button", async () => {
    await visit.page.bringToFront();
    void visit.call("ensureUserEncryptionProfile");
    await visit.frame.locator("#unlock:enabled").waitFor();
    await look(visit.page, "frame");
    await visit.page.reload();
    await visit.start(asAlice);
  });

  it("unlock, a wrong password, and the picture", async () => {
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    await look(popup, "unlock");
    await popup.fill("#password", "wrong");
    await button(popup, "Unlock").click();
    await popup.getByText("That is not the password").waitFor();
    await look(popup, "unlock-wrong");
    await popup.fill("#password", PASSWORD);
    await button(popup, "Unlock").click();
    await popup.getByLabel("mountain").check({ force: true });
    await popup.fill("#phrase", "amber otter");
    await look(popup, "picture");
    await button(popup, "Keep this picture").click();
    await outcome;
    await closed(popup);
  });

  it("unlock when the site did not say which key is meant", async () => {
    const shop = await world.visit("shop", { userId: asBob.userId });
    void shop.call("ensureUserEncryptionProfile");
    const popup = await shop.press();
    await look(popup, "unlock-unchecked");
    await popup.fill("#password", BOBS_PASSWORD);
    await button(popup, "Unlock").click();
    await closed(popup);
    await shop.page.close();
  });

  it("create: password, backup offer and kit", async () => {
    const acme = await world.visit("acme", {
      userId: "11111111-2222-4333-8444-555555555555",
      mode: "new",
    });
    void acme.call("ensureUserEncryptionProfile");
    const popup = await acme.press();
    await popup.fill("#password", "seven copper badgers hum");
    await popup.fill("#again", "seven copper badgers hum");
    await popup.locator("#strength", { hasText: "good" }).waitFor();
    await look(popup, "create");
    await button(popup, "Create my key").click();
    await popup.fill("#phrase", "silver heron");
    await button(popup, "Keep this picture").click();
    await popup.getByText("Your key is made").waitFor();
    await look(popup, "create-backup-offer");
    await button(popup, "Make a backup page").click();
    await look(popup, "backup-kit");
    await popup.emulateMedia({ media: "print" });
    if (FOLDER) {
      await popup.screenshot({ path: `${FOLDER}/backup-kit-print.png`, fullPage: true });
    }
    await popup.emulateMedia({ media: "screen" });
    await button(popup, "I have it in a safe place").click();
    await closed(popup);
    await acme.page.close();
  });

  it("consent for another site", async () => {
    const card = await world.visit("card", asAlice);
    void card.call("ensureUserEncryptionProfile");
    const popup = await card.press();
    await look(popup, "consent");
    await button(popup, /^Let card/).click();
    await closed(popup);
    await card.page.close();
  });

  it("long work, while the window waits for it", async () => {
    const gym = await world.visit("gym", asAlice);
    const worker = `${world.enclave}/assets/enclave.worker-*.js`;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    await world.context.route(worker, async (route) => {
      await begun;
      await route.continue();
    });
    const large = credential("c9", kyc({ idDocumentFrontFile: "z".repeat(2_000_000) }));
    await gym.show();
    const outcome = gym.call("requestShare", shareRequest(large));
    const popup = await gym.press();
    await button(popup, /^Let gym/).click();
    await popup.getByRole("progressbar", { name: "Opening" }).waitFor();
    await look(popup, "working");
    begin();
    await button(popup, "Not now").click();
    expect(await outcome).toEqual({ error: "closed" });
    await closed(popup);
    await world.context.unroute(worker);
    await gym.page.close();
  });

  it("read one, read several", async () => {
    await visit.show();
    const one = visit.decrypt(credential("c1"));
    const popup = await visit.press();
    await look(popup, "read-one");
    await button(popup, "Not now").click();
    await one;
    await closed(popup);
    await visit.show();
    const human = '{"level":"human","credentialSubject":{"faceSignUserId":"x"}}';
    const rows = [credential("c2"), credential("c3", human), credential("c4", "not JSON")];
    const several = Promise.all(rows.map((row) => visit.decrypt(row)));
    const again = await visit.press();
    await again.locator("input[type=checkbox]").first().check();
    await look(again, "read-several");
    await button(again, "Not now").click();
    await several;
    await closed(again);
  });

  it("read at the person's own dashboard", async () => {
    const dash = await world.visit("dash", asAlice);
    void dash.call("ensureUserEncryptionProfile");
    const popup = await dash.press();
    await button(popup, /^Let dash/).click();
    void dash.decrypt(credential("c1"));
    await popup.getByText("everything else").waitFor();
    await look(popup, "read-dashboard");
    await popup.close();
    await dash.page.close();
  });

  it("questions about fields", async () => {
    await visit.show();
    const outcome = visit.call("filterCredentials", [credential("c1"), credential("c2", kyc())], {
      pick: { "credentialSubject.nationality": ["PT"] },
      omit: { "credentialSubject.residentialAddressCountry": ["DE"] },
    });
    const popup = await visit.press();
    await look(popup, "filter");
    await button(popup, /^Answer bank/).click();
    expect(await outcome).toMatchObject({ result: [{ id: "c1" }, { id: "c2" }] });
    await closed(popup);
  });

  it("share: locked and checked, open and claimed", async () => {
    await visit.show();
    const lockedUntil = Math.floor(Date.UTC(2031, 2, 12) / 1_000);
    const outcome = visit.call("requestShare", shareRequest(credential("c1"), {}, lockedUntil));
    const popup = await visit.press();
    await look(popup, "share-locked");
    await button(popup, "Share with Nova Bank").click();
    await popup.getByText("Tick the lock").waitFor();
    await look(popup, "share-lock-needed");
    await button(popup, "Not now").click();
    await outcome;
    await closed(popup);
    await visit.show();
    const unchecked = { proof: undefined, name: "Nova Bank" };
    const claimed = visit.call("requestShare", shareRequest(credential("c1"), unchecked));
    const other = await visit.press();
    await look(other, "share-unchecked");
    await button(other, "Not now").click();
    await claimed;
    await closed(other);
  });

  it("a site's own question, and the backup", async () => {
    const asked = visit.call("confirm", "Close your account at Nova Bank?\nThis cannot be undone.");
    const popup = await visit.press();
    await look(popup, "question");
    await button(popup, "Reject").click();
    expect(await asked).toEqual({ result: false });
    await closed(popup);
    const backup = visit.call("backupUserEncryptionProfile");
    const window = await visit.press();
    await look(window, "backup");
    await button(window, "Not now").click();
    await backup;
    await closed(window);
  });

  it("the window after its page has gone, and one that a stranger opened", async () => {
    const page = await world.context.newPage();
    await page.goto(world.site("evil"));
    const opened = page.waitForEvent("popup");
    await page.evaluate((url) => {
      window.open(url, "w", "popup=1");
    }, `${world.enclave}/dialog.html`);
    const popup = await opened;
    await popup.locator("h1").waitFor();
    await look(popup, "stranger");
    await popup.close();
    await page.close();
  });

  it("what this browser keeps", async () => {
    const home = await world.context.newPage();
    await home.goto(`${world.enclave}/home.html`);
    await home.getByText("silver heron").waitFor();
    await look(home, "home");
    await home.getByRole("button", { name: "Forget silver heron" }).click();
    await look(home, "home-forget");
    await home.getByRole("button", { name: "Forget it in this browser" }).click();
    await home.getByText("The key was forgotten").waitFor();
    await home.getByText("silver heron").waitFor({ state: "detached" });
    await home.close();
  });
});
