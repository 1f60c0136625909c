import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crowd } from "./dashboard-crowd.js";
import { connect, openWorld, type World } from "./dashboard-world.js";

const CREDENTIALS = 1_000;
const FEW = 60;

let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld();
  await crowd(world.node, world.issuer, world.signer, CREDENTIALS);
  page = await world.context.newPage();
  await connect(page, world.dashboardUrl);
}, 300_000);
afterAll(async () => {
  await world?.close();
});

const rows = () => page.getByRole("list", { name: "My data" }).getByRole("listitem");
const row = (position: number) => page.locator(`li[aria-posinset="${position}"] a`);
const focused = () =>
  page.evaluate(() =>
    Number(document.activeElement?.closest("li")?.getAttribute("aria-posinset") ?? 0),
  );

describe("a person with 1,000 credentials", () => {
  it("hears_how_many_there_are", async () => {
    await page.getByRole("status").getByText("1000 credentials").waitFor();
    await row(1).waitFor();
    expect(await rows().first().getAttribute("aria-setsize")).toBe("1000");
  });

  it("has_only_what_can_be_seen_in_the_page", async () => {
    expect(await rows().count()).toBeLessThan(FEW);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await row(500).waitFor();
    expect(await rows().count()).toBeLessThan(FEW);
  });

  it("reaches_every_one_with_the_keyboard", async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await row(1).focus();
    for (let position = 1; position < CREDENTIALS; position++) {
      await row(position + 1).waitFor({ state: "attached" });
      await page.keyboard.press(position % 2 === 0 ? "Tab" : "ArrowDown");
      expect(await focused()).toBe(position + 1);
    }
    expect(await rows().count()).toBeLessThan(FEW);
  });

  it("jumps_to_the_start_and_to_the_end", async () => {
    await page.keyboard.press("Home");
    expect(await focused()).toBe(1);
    await page.keyboard.press("End");
    expect(await focused()).toBe(CREDENTIALS);
  });

  it("keeps_the_focus_when_the_row_is_scrolled_away", async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await row(2).waitFor();
    expect(await focused()).toBe(CREDENTIALS);
  });

  it("finds_one_by_its_name", async () => {
    await page.getByRole("searchbox", { name: "Search your data" }).fill("receipt 0777");
    await page.getByText("1 of 1000 shown").waitFor();
    await page.getByRole("link", { name: /Receipt 0777/ }).waitFor();
  });
});
