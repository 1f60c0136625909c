import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";

/** Writes, beside every file, the hash a page puts into its `integrity` attribute. */
const integrity = (): Plugin => ({
  name: "integrity",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === "chunk") {
        const hash = createHash("sha384").update(file.code).digest("base64");
        const fileName = `${file.fileName}.integrity`;
        this.emitFile({ type: "asset", fileName, source: `sha384-${hash}\n` });
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
