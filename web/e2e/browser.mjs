import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Playwright's own list without storage partitioning: people's browsers do partition. */
const PARTITIONED = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/**
 * A fresh Chromium. `storage` is "default" (as Chrome's defaults are: a cross-site frame has its own
 * partition) or "blocked" (all data of third parties is blocked: storage throws in such a frame).
 */
export async function launch({ storage = "default", extraArgs = [], ...options } = {}) {
  const executablePath = process.env.IDOS_CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) {
    throw new Error(
      "Chromium is missing: install it (apt-get install chromium) or set IDOS_CHROMIUM",
    );
  }
  const profile = await mkdtemp(join(tmpdir(), "idos-browser-"));
  const partitioned = storage === "default";
  if (partitioned) {
    await mkdir(join(profile, "Default"), { recursive: true });
    const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
    await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      ...extraArgs,
      ...(partitioned ? [`--disable-features=${PARTITIONED.join(",")}`] : []),
    ],
    ignoreDefaultArgs: ["--disable-popup-blocking"],
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(15_000);
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
