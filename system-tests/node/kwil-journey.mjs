// The unmodified kwil-js drives a real node: login, views and synchronous executes, with positional
// and with named inputs, for every kind of signer.
// Usage: node kwil-journey.mjs CONFIG, a JSON file {url, chainId, issuerSeed (hex)}: the seed of an
// Ed25519 delegate. Each line is `ok …` or `not ok …`; the last is `N passed, N failed`.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import kwiljs from "@idos-network/kwil-js";
import nacl from "tweetnacl";
import { KINDS, wallet } from "./wallets.mjs";

const { KwilSigner, NodeKwil, Utils } = kwiljs;
const { DataType } = Utils;
const config = JSON.parse(readFileSync(process.argv[2], "utf8"));
const newKwil = () => new NodeKwil({ kwilProvider: config.url, chainId: config.chainId, timeout: 30_000 });
const kwilSigner = (owner) =>
  owner.ethers ? new KwilSigner(owner.ethers, owner.address) : new KwilSigner(owner.sign, Uint8Array.from(owner.identifier), owner.authType);

let passed = 0;
let failed = 0;
function check(name, holds, detail = "") {
  holds ? passed++ : failed++;
  console.log(`${holds ? "ok" : "not ok"} ${name}${holds ? "" : `: ${detail}`}`);
}
async function refusal(promise) {
  try {
    await promise;
    return "";
  } catch (thrown) {
    return thrown.message;
  }
}

/** Runs an action and waits for its block. `owner.nonce` is handed in where kwil-js cannot look it up. */
async function execute(kwil, owner, name, inputs, types, description) {
  const nonce = owner.kind === "xrpl_secp256k1" ? { nonce: (owner.nonce = (owner.nonce ?? 0) + 1) } : {};
  return kwil.execute({ namespace: "main", name, inputs: [inputs], types, description: description ?? name, ...nonce }, kwilSigner(owner), true);
}
const call = async (kwil, owner, name, inputs = [], types) => {
  const answer = await kwil.call({ namespace: "main", name, inputs, types }, owner && kwilSigner(owner));
  return answer.data?.result ?? answer;
};

const issuerKeys = nacl.sign.keyPair.fromSeed(Uint8Array.from(Buffer.from(config.issuerSeed, "hex")));
const issuer = wallet("ed25519", Buffer.from(config.issuerSeed, "hex"));
const issuerKwil = newKwil();
const T = DataType;

/** Content, notes and the two signatures an issuer makes (messages.md §4). */
function signedCredential(notes) {
  const content = randomBytes(200);
  const notesSignature = nacl.sign.detached(Uint8Array.from(Buffer.from(notes)), issuerKeys.secretKey);
  const broader = nacl.sign.detached(Uint8Array.from(Buffer.concat([Buffer.from(notesSignature), content])), issuerKeys.secretKey);
  const b64 = (bytes) => Buffer.from(bytes).toString("base64");
  return { content: b64(content), notes, notesSignature: b64(notesSignature), broader: b64(broader), issuerKey: Buffer.from(issuerKeys.publicKey).toString("hex") };
}

async function journey(kind) {
  const owner = wallet(kind);
  const kwil = newKwil();
  const say = (step, holds, detail) => check(`${kind}: ${step}`, holds, detail);
  const userId = randomUUID();
  const recipientKey = randomBytes(32).toString("base64");
  const message = `Please sign this message to confirm you own this wallet address. Nonce ${randomUUID()}`;

  const before = await call(kwil, undefined, "has_profile", [owner.address], [T.Text]);
  say("has no profile, asked without a signer", before[0]?.has_profile === false, JSON.stringify(before));

  await execute(issuerKwil, issuer, "add_user_as_inserter", [userId, recipientKey, "user"], [T.Uuid, T.Text, T.Text]);
  await execute(issuerKwil, issuer, "upsert_wallet_as_inserter", [randomUUID(), userId, owner.address, owner.publicKey, owner.walletType, message, await owner.proof(message)], [T.Uuid, T.Uuid, T.Text, T.Text, T.Text, T.Text, T.Text]);
  const after = await call(kwil, owner, "has_profile", { $address: owner.address }, { $address: T.Text });
  say("has a profile, asked with named inputs", after[0]?.has_profile === true, JSON.stringify(after));

  const user = await call(kwil, owner, "get_user");
  say("logs in and sees its profile", user[0]?.id === userId && user[0]?.recipient_encryption_public_key === recipientKey, JSON.stringify(user));
  const wallets = await call(kwil, owner, "get_wallets");
  say("sees its wallet", wallets.length === 1 && wallets[0].address === owner.address && wallets[0].wallet_type === owner.walletType, JSON.stringify(wallets));

  const attributeId = randomUUID();
  const executed = await execute(kwil, owner, "add_attribute", { $id: attributeId, $attribute_key: "colour", $value: "green" }, { $id: T.Uuid, $attribute_key: T.Text, $value: T.Text }, "Add an attribute");
  say("adds an attribute with named inputs", executed.status === 200, JSON.stringify(executed));
  const attributes = await call(kwil, owner, "get_attributes");
  say("reads the attribute", attributes[0]?.value === "green" && attributes[0]?.id === attributeId, JSON.stringify(attributes));

  const credentialId = randomUUID();
  const made = signedCredential(JSON.stringify({ id: randomUUID(), type: "human", status: "approved" }));
  await execute(kwil, owner, "add_credential", [credentialId, made.issuerKey, recipientKey, made.content, made.notes, made.notesSignature, made.broader], [T.Uuid, T.Text, T.Text, T.Text, T.Text, T.Text, T.Text], "Add a new credential");
  const owned = await call(kwil, owner, "get_credential_owned", [credentialId], [T.Uuid]);
  say("adds a credential and reads its content", owned[0]?.content === made.content, JSON.stringify(owned));

  const grantee = wallet("ed25519");
  const copyId = randomUUID();
  const copy = signedCredential("");
  const hash = createHash("sha256").update(randomBytes(8)).digest("hex");
  await execute(kwil, owner, "share_credential", [copyId, credentialId, "", copy.notesSignature, copy.broader, copy.content, hash, recipientKey, copy.issuerKey, grantee.address.toUpperCase(), 0], [T.Uuid, T.Uuid, T.Text, T.Text, T.Text, T.Text, T.Text, T.Text, T.Text, T.Text, T.Int], "Share a credential with creating AG");
  const granteeKwil = newKwil();
  const shared = await call(granteeKwil, grantee, "get_credential_shared", [copyId], [T.Uuid]);
  say("its grantee reads the copy and the original's notes", shared[0]?.content === copy.content && shared[0]?.public_notes === made.notes, JSON.stringify(shared));
  const granted = await call(granteeKwil, grantee, "get_access_grants_granted", [null, 1, 10], [T.Uuid, T.Int, T.Int]);
  say("its grantee lists the grant, locked_until as text", granted.length === 1 && granted[0].locked_until === "0", JSON.stringify(granted));
  const stranger = await call(newKwil(), wallet("evm"), "get_credential_shared", [copyId], [T.Uuid]);
  say("a stranger reads nothing", Array.isArray(stranger) && stranger.length === 0, JSON.stringify(stranger));

  const grants = await call(kwil, owner, "get_access_grants_owned");
  await execute(kwil, owner, "revoke_access_grant", [grants[0]?.id], [T.Uuid], "Revoke an Access Grant from idOS");
  const gone = await call(granteeKwil, grantee, "get_credential_shared", [copyId], [T.Uuid]);
  say("after the grant is taken back its grantee reads nothing", gone.length === 0, JSON.stringify(gone));

  const refused = await refusal(execute(kwil, owner, "remove_credential", [copyId], [T.Uuid]));
  say("a refusal reaches the client with the original's text", refused.includes("the credential does not belong to the caller"), refused);

  const sent = await kwil.execute({ namespace: "main", name: "remove_attribute", inputs: [[attributeId]], types: [T.Uuid], description: "d", ...(owner.nonce ? { nonce: ++owner.nonce } : {}) }, kwilSigner(owner), true);
  const info = await kwil.txInfo(sent.data.tx_hash);
  say("looks its transaction up", info.data?.tx_result?.code === 0 && info.data?.height > 0, String(info.data?.tx_result));

  const out = await kwil.auth.logoutKGW(kwilSigner(owner));
  say("logs out", out.status === 200, JSON.stringify(out));
}

const info = await newKwil().chainInfo();
check("chain_info names the chain", info.data?.chain_id === config.chainId, JSON.stringify(info.data));
check("ping answers", (await newKwil().ping()).data === "pong");
const account = await newKwil().getAccount(wallet("evm").address);
check("an account never seen has nonce 0", Number(account.data?.nonce) === 0, JSON.stringify(account.data));
for (const kind of KINDS) {
  try {
    await journey(kind);
  } catch (thrown) {
    check(`${kind}: the journey runs to its end`, false, thrown.stack);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
