import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";
import { examplePage, exampleScript } from "./src/element/example.js";

/**
 * Writes, beside the drop-in file, the hash a page puts into its `integrity` attribute, and an
 * example page that shows and uses the whole tag: made here, so that it is always true.
 */
const integrity = (): Plugin => ({
  name: "integrity",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === "chunk") {
        const { fileName } = file;
        const hash = `sha384-${createHash("sha384").update(file.code).digest("base64")}`;
        const emit = (name: string, source: string) =>
          this.emitFile({ type: "asset", fileName: name, source });
        emit(`${fileName}.integrity`, `${hash}\n`);
        emit("example.html", examplePage(fileName, hash));
        emit("example.js", exampleScript);
      }
    }
  },
});

/** The drop-in file: one module for pages without a bundler. */
export default defineConfig({
  plugins: [integrity()],
  build: {
    outDir: "dist/browser",
    target: "es2023",
    lib: { entry: "src/element/index.ts", formats: ["es"], fileName: "idos-connect" },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
