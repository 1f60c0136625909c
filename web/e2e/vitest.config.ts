import { defineConfig } from "vitest/config";

/** Tests in a real browser, against a real node. They need a built checkout and Chromium. */
export default defineConfig({
  test: {
    root: new URL(".", import.meta.url).pathname,
    include: ["**/*.e2e.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
