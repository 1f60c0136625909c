import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

/** The browser tests run the built apps and the drop-in file; what was never built is built first. */
export default function setup() {
  const web = new URL("..", import.meta.url);
  const apps = readdirSync(new URL("apps/", web)).map((app) => `apps/${app}/`);
  for (const built of [...apps, "packages/client/"]) {
    const folder = new URL(built, web);
    const isApp = existsSync(new URL("vite.config.ts", folder));
    if (isApp && !existsSync(new URL("dist/", folder))) {
      execFileSync("npm", ["run", "build"], { cwd: folder, stdio: "inherit" });
    }
  }
}
