import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

/** The browser tests run the built apps; one that was never built is built first. */
export default function setup() {
  const web = new URL("..", import.meta.url);
  for (const app of readdirSync(new URL("apps/", web))) {
    const folder = new URL(`apps/${app}/`, web);
    const isApp = existsSync(new URL("vite.config.ts", folder));
    if (isApp && !existsSync(new URL("dist/", folder))) {
      execFileSync("npm", ["run", "build"], { cwd: folder, stdio: "inherit" });
    }
  }
}
