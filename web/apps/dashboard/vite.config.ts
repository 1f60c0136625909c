import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { words } from "./src/words.ts";

/** What the first page says and the font it says it in are there before any script has run. */
const atOnce: Plugin = {
  name: "idos-at-once",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) => {
      const { title, lead } = words.connect;
      const said = `<p class="brand">${words.product}</p><h1>${title}</h1><p class="lead">${lead}</p>`;
      const font = Object.keys(bundle).find((name) => name.includes("inter-latin-wght-normal"));
      const place = '<div id="app">';
      return {
        html: html.replace(place, `${place}<main class="gate">${said}</main>`),
        tags: font
          ? [
              {
                tag: "link",
                attrs: {
                  rel: "preload",
                  href: `/${font}`,
                  as: "font",
                  type: "font/woff2",
                  crossorigin: "",
                },
                injectTo: "head",
              },
            ]
          : [],
      };
    },
  },
};

export default defineConfig({
  plugins: [react(), atOnce],
  worker: { format: "es" },
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
