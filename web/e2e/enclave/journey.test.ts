import { fromBase64, open } from "@idos/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ALICE,
  ALICE_KEY,
  asAlice,
  asBob,
  BOB_KEY,
  BOBS_PASSWORD,
  bankSecret,
  button,
  closed,
  credential,
  kyc,
  SECRET_WORDS,
  shareRequest,
  World,
} from "./world.js";

const PROFILE = {
  userId: ALICE,
  userEncryptionPublicKey: ALICE_KEY,
  encryptionPasswordStore: "user",
};

describe("the enclave in a page of the existing protocol", () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(async () => {
    expect(world.complaints).toEqual([]); // no policy was broken, no page failed
    expect(world.said.join("\n")).not.toContain(SECRET_WORDS);
    await world.close();
  });

  it("creates a key: weak and unequal passwords are refused, then a picture and a backup page", async () => {
    const userId = "11111111-2222-4333-8444-555555555555";
    const visit = await world.visit("acme", { userId, mode: "new" });
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    await popup.fill("#password", "password1");
    await popup.fill("#again", "password1");
    await button(popup, "Create my key").click();
    await popup.getByText("Somebody could guess this password").waitFor();
    await popup.fill("#password", "seven copper badgers hum");
    await popup.fill("#again", "seven copper badgers hym");
    await popup.locator("#strength", { hasText: "good" }).waitFor();
    await button(popup, "Create my key").click();
    await popup.getByText("The two passwords are not the same").waitFor();
    await popup.fill("#again", "seven copper badgers hum");
    await button(popup, "Create my key").click();
    await popup.fill("#phrase", "amber otter");
    await popup.getByLabel("leaf").check({ force: true });
    await button(popup, "Keep this picture").click();
    await button(popup, "Make a backup page").click();
    await popup.getByRole("img", { name: /QR code/ }).waitFor();
    expect(await popup.locator(".kit").innerText()).toContain("seven copper badgers hum");
    expect(await popup.locator(".owner").innerText()).toContain("amber otter");
    await button(popup, "I have it in a safe place").click();
    expect(await outcome).toMatchObject({ result: { userId, encryptionPasswordStore: "user" } });
    await closed(popup);
    await visit.page.close();
  });

  it("e05 says that a password is wrong, keeps nothing of it, and takes the right one", async () => {
    const visit = await world.visit("bank", asAlice);
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    await popup.fill("#password", "not the password");
    await button(popup, "Unlock").click();
    await popup.getByText("That is not the password of this key").waitFor();
    await popup.fill("#password", "correct horse battery staple");
    await button(popup, "Unlock").click();
    await button(popup, "Keep this picture").click();
    expect(await outcome).toEqual({ result: PROFILE });
    await closed(popup);
  });

  it("e07 keeps the key over a reload and in a second tab, and nothing in localStorage", async () => {
    const visit = await world.visit("bank", asAlice);
    expect(await visit.call("ensureUserEncryptionProfile")).toEqual({ result: PROFILE });
    const [frame] = visit.page.frames().filter((each) => each.url().startsWith(world.enclave));
    const stored = await frame?.evaluate(async () => {
      const request = indexedDB.open("idos-enclave");
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      const get = request.result.transaction("records").objectStore("records").get("wrapping-key");
      await new Promise((resolve) => {
        get.onsuccess = resolve;
      });
      const exported = await crypto.subtle.exportKey("raw", get.result).then(
        () => "exported",
        (error) => error.name,
      );
      return { exported, local: Object.keys(localStorage) };
    });
    expect(stored).toEqual({ exported: "InvalidAccessError", local: [] });
    await visit.page.close();
  });

  it("e01 a refused consent loses nothing: the next yes needs no password", async () => {
    const shop = await world.visit("shop", asAlice);
    const refused = shop.call("ensureUserEncryptionProfile");
    const first = await shop.press();
    expect(await first.locator("main").innerText()).toContain(world.site("shop"));
    await button(first, "Not now").click();
    expect(await refused).toEqual({ error: "closed" });
    await closed(first);

    const bank = await world.visit("bank", asAlice);
    expect(await bank.call("ensureUserEncryptionProfile")).toEqual({ result: PROFILE });

    const allowed = shop.call("ensureUserEncryptionProfile");
    const second = await shop.press();
    expect(await second.locator("#password").count()).toBe(0);
    await button(second, /^Let shop/).click();
    expect(await allowed).toEqual({ result: PROFILE });
    await closed(second);
    await Promise.all([shop.page.close(), bank.page.close()]);
  });

  it("e01 keeps the profiles of two people side by side", async () => {
    const visit = await world.visit("bank", asBob);
    expect(await visit.unlock(BOBS_PASSWORD)).toMatchObject({
      result: { userEncryptionPublicKey: BOB_KEY },
    });
    await visit.call("reconfigure", asAlice);
    expect(await visit.call("ensureUserEncryptionProfile")).toEqual({ result: PROFILE });
    await visit.page.close();
  });

  it("e02 a reset takes the page's rights and leaves the key", async () => {
    const visit = await world.visit("shop", asAlice);
    expect(await visit.call("reset")).toEqual({});
    await visit.call("reconfigure", asAlice);
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    expect(await popup.locator("h1").innerText()).toBe("Use your idOS key here?");
    await button(popup, /^Let shop/).click();
    expect(await outcome).toEqual({ result: PROFILE });
    await closed(popup);
    await visit.page.close();
  });

  it("e09 e10 takes the options it knows, a Stellar wallet among them, and drops the rest", async () => {
    const visit = await world.visit("bank", {
      ...asAlice,
      walletType: "Stellar",
      walletAddress: "GDDIEJRX",
      container: "#idos",
      dashboards: [world.site("bank")],
    });
    expect(await visit.call("ensureUserEncryptionProfile")).toEqual({ result: PROFILE });
    expect(await visit.call("reconfigure", { userId: 7 })).toMatchObject({
      error: expect.stringContaining("shape"),
    });
    expect(await visit.call("addAddressMessageToSign", "a", null, "Stellar")).toMatchObject({
      error: expect.stringContaining("key-share"),
    });
    expect(await visit.call("steal")).toEqual({ error: "Unexpected request: steal" });
    await visit.page.close();
  });

  it("e12 asks for each credential, and says that the page will see it", async () => {
    const visit = await world.visit("bank", asAlice);
    await visit.show();
    const [one, two] = [credential("c1"), credential("c2", kyc({ nationality: "DE" }))];
    const outcome = visit.decrypt(one);
    const popup = await visit.press();
    const text = await popup.locator("main").innerText();
    expect(text).toContain("The site will see the content itself");
    expect(text).toContain(world.site("bank"));
    expect(text).toContain("birth date");
    expect(text).not.toContain("1990");
    await button(popup, /^Let bank/).click();
    expect(await outcome).toMatchObject({ result: expect.stringContaining(SECRET_WORDS) });
    await closed(popup);
    await visit.show();
    expect(await visit.decrypt(one)).toMatchObject({ result: expect.stringContaining("Lisboa") });

    const both = Promise.all([visit.decrypt(two), visit.decrypt(credential("c3"))]);
    const again = await visit.press();
    await again.getByText("wants to read 2 of your credentials").waitFor();
    await again.locator("input[type=checkbox]").first().check();
    await button(again, /^Let bank/).click();
    expect(await both).toMatchObject([
      { result: expect.stringContaining('"DE"') },
      { error: "closed" },
    ]);
    await closed(again);
    await visit.page.close();
  });

  it("e12 offers only the person's own dashboard to read everything", async () => {
    const visit = await world.visit("dash", asAlice);
    const unlocking = visit.call("ensureUserEncryptionProfile");
    const window = await visit.press();
    await button(window, /^Let dash/).click();
    await unlocking;
    const reading = visit.decrypt(credential("c1")); // in the same window, before it closes
    await window.getByLabel(/everything else/).check();
    await button(window, /^Let dash/).click();
    expect(await reading).toMatchObject({ result: expect.stringContaining(SECRET_WORDS) });
    await closed(window);
    expect(await visit.decrypt(credential("c4"))).toHaveProperty("result");
    await visit.page.close();
  });

  it("a hidden decrypt gives up, and the next visible question brings it along", async () => {
    const visit = await world.visit("bank", asAlice);
    const row = credential("c5");
    expect(await visit.decrypt(row)).toMatchObject({
      error: expect.stringContaining("agree first"),
    });
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    await button(popup, /^Let bank/).click();
    expect(await outcome).toEqual({ result: PROFILE });
    expect(await visit.decrypt(row)).toHaveProperty("result");
    await closed(popup);
    await visit.page.close();
  });

  it("shares with a company whose name is checked, and the page sees no content", async () => {
    const visit = await world.visit("bank", asAlice);
    await visit.show();
    const lockedUntil = Math.floor(Date.UTC(2031, 2, 12) / 1_000);
    const outcome = visit.call("requestShare", shareRequest(credential("c1"), {}, lockedUntil));
    const popup = await visit.press();
    await popup.getByRole("heading", { name: "Nova Bank asks to read" }).waitFor();
    const text = await popup.locator("main").innerText();
    for (const answer of [
      "name checked with the operators",
      world.site("bank"),
      "issued by Acme KYC",
      "birth date",
      "To open your account",
      "12 March 2031",
      "may keep what it read",
    ]) {
      expect(text).toContain(answer);
    }
    await button(popup, "Share with Nova Bank").click();
    await popup.getByText("Tick the lock if you agree").waitFor();
    await popup.locator("#lock").check();
    await button(popup, "Share with Nova Bank").click();
    const { result } = (await outcome) as { result: Record<string, string> };
    expect(JSON.stringify(result)).not.toContain(SECRET_WORDS);
    const copy = open(
      fromBase64(result["content"] ?? ""),
      fromBase64(result["encryptorPublicKey"] ?? ""),
      bankSecret,
    );
    expect(new TextDecoder().decode(copy ?? new Uint8Array())).toContain(SECRET_WORDS);
    await closed(popup);
    await visit.page.close();
  });

  it("shows a name nobody has checked as a claim, also when its key is somebody else's", async () => {
    const visit = await world.visit("bank", asAlice);
    await visit.show();
    const outcome = visit.call(
      "requestShare",
      shareRequest(credential("c1"), { proof: undefined }),
    );
    const popup = await visit.press();
    await popup.getByText("It says it is Nova Bank. Nobody has checked that name.").waitFor();
    expect(await popup.locator("h1").innerText()).toMatch(/^bank\.localhost:\d+ asks to read$/);
    await button(popup, "Not now").click();
    expect(await outcome).toEqual({ error: "closed" });
    await closed(popup);

    world.names.answer(false);
    const second = visit.call("requestShare", shareRequest(credential("c1")));
    await visit.show();
    const alone = await visit.press();
    await alone.getByText("names could not be checked").waitFor();
    await button(alone, "Not now").click();
    await second;
    world.names.answer(true);
    await closed(alone);
    await visit.page.close();
  });

  it("makes a backup page only for who knows the password", async () => {
    const visit = await world.visit("bank", asAlice);
    const outcome = visit.call("backupUserEncryptionProfile");
    const popup = await visit.press();
    await popup.fill("#password", "wrong");
    await button(popup, "Make the backup page").click();
    await popup.getByText("That is not the password").waitFor();
    await popup.fill("#password", "correct horse battery staple");
    await button(popup, "Make the backup page").click();
    await popup.getByRole("img", { name: /QR code/ }).waitFor();
    await button(popup, "I have it in a safe place").click();
    expect(await outcome).toEqual({});
    await closed(popup);
    await visit.page.close();
  });

  it("asks a page's own question as plain text", async () => {
    const visit = await world.visit("bank", asAlice);
    const outcome = visit.call("confirm", "<b>Are you sure?</b>");
    const popup = await visit.press();
    await popup.getByText("<b>Are you sure?</b>").waitFor();
    await button(popup, "Accept").click();
    expect(await outcome).toEqual({ result: true });
    await closed(popup);
    await visit.page.close();
  });

  it("e02 shows what was allowed and done, and takes it back", async () => {
    const home = await world.context.newPage();
    await home.goto(`${world.enclave}/`);
    await home.waitForURL(/home\.html$/);
    const shop = home.getByRole("button", {
      name: `Take back the permission of ${world.site("shop")}`,
    });
    await shop.click();
    await home.getByText(`Taken back from ${world.site("shop")}`).waitFor();
    expect(await shop.count()).toBe(0);
    const log = await home.locator(".log").innerText();
    expect(log).toContain("you let it use your key");
    expect(log).toContain("you shared with Nova Bank");
    expect(log).toContain("read a credential");
    await home.close();
  });
});
