import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** One app, three companies: each has its own page and is served on its own site. */
export default defineConfig({
  plugins: [react()],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["acme.html", "bank.html", "card.html"] },
  },
});
