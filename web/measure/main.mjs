import { runnerImport } from "vite";

const WHAT = { dashboard: "measure", list: "measureList" };
const [what = "dashboard"] = process.argv.slice(2);
if (!Object.hasOwn(WHAT, what)) {
  console.error(`usage: npm run measure -- ${Object.keys(WHAT).join("|")}`);
  process.exit(2);
}
const file = new URL("./dashboard.ts", import.meta.url).pathname;
const { module } = await runnerImport(file, { logLevel: "warn" });
await module[WHAT[what]]();
