import { defineConfig } from "vite";

/** Three pages, no inline anything: the policy of the enclave allows none. */
export default defineConfig({
  base: "./",
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "dialog.html", "home.html"] },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
});
