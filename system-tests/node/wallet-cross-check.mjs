// Signatures in both directions. `sign FILE` writes rows made by the wallets' own libraries;
// `verify FILE` reads rows made by Java and says for each whether the library accepts it.
// A row: {kind, walletType, authType, identifier, address, publicKey, message, signature, proof}, bytes as hex.
import { readFileSync, writeFileSync } from "node:fs";
import { KINDS, verifies, wallet } from "./wallets.mjs";

const [verb, file] = process.argv.slice(2);
const hex = (bytes) => Buffer.from(bytes).toString("hex");
const TEXTS = ["Sign this message to prove you own this wallet", "", "line one\nline two\n", "ünïcödé ✓ 文字", "x".repeat(1000)];

if (verb === "sign") {
  const rows = [];
  for (const kind of KINDS) {
    for (let round = 0; round < 20; round++) {
      const owner = wallet(kind);
      const message = TEXTS[round % TEXTS.length];
      rows.push({ kind, walletType: owner.walletType, authType: owner.authType, identifier: hex(owner.identifier), address: owner.address, publicKey: owner.publicKey, message, signature: hex(await owner.sign(Buffer.from(message))), proof: await owner.proof(message) });
    }
  }
  writeFileSync(file, JSON.stringify(rows));
  console.log(`${rows.length} signed`);
} else {
  const rows = JSON.parse(readFileSync(file, "utf8"));
  let failed = 0;
  for (const row of rows) {
    let holds = false;
    try {
      holds = verifies(row.kind, { ...row, identifier: Buffer.from(row.identifier, "hex") }, Buffer.from(row.message, "utf8"), Buffer.from(row.signature, "hex"));
    } catch (thrown) {
      console.log(`${row.kind}: ${thrown.message}`);
    }
    if (!holds) {
      failed++;
      console.log(`not ok ${row.kind} ${JSON.stringify(row.message.slice(0, 20))}`);
    }
  }
  console.log(`${rows.length - failed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
