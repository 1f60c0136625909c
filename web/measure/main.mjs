import { runnerImport } from "vite";

const WHAT = { dashboard: "./dashboard.ts" };
const [what = "dashboard"] = process.argv.slice(2);
if (!Object.hasOwn(WHAT, what)) {
  console.error(`usage: npm run measure -- ${Object.keys(WHAT).join("|")}`);
  process.exit(2);
}
const file = new URL(WHAT[what], import.meta.url).pathname;
const { module } = await runnerImport(file, { logLevel: "warn" });
await module.measure();
