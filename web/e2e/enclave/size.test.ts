import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const BUDGET_KB = 150;
const dist = new URL("../../apps/enclave/dist/", import.meta.url);

it("the whole enclave weighs at most 150 kB gzipped, without the strength estimator", () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/strength\.worker/.test(entry.name),
  );
  const bytes = files.map(({ parentPath, name }) => {
    const content = readFileSync(`${parentPath}/${name}`);
    return /\.(woff2)$/.test(name) ? content.length : gzipSync(content, { level: 9 }).length;
  });
  const total = bytes.reduce((sum, length) => sum + length, 0) / 1_000;
  expect(files.length).toBeGreaterThan(5);
  expect(Math.round(total)).toBeLessThanOrEqual(BUDGET_KB);
});
