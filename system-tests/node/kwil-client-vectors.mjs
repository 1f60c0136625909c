// Runs the 32 `client.*` rows of vectors/kwil.json with the real kwil-js against a scripted server:
// what today's client does with an answer is part of the wire, and these rows pin it.
// Usage: node kwil-client-vectors.mjs VECTORS. The last line is `N passed, N failed`.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { isDeepStrictEqual } from "node:util";
import kwiljs from "@idos-network/kwil-js";
import nacl from "tweetnacl";

const { KwilSigner, NodeKwil } = kwiljs;
const CHAIN = "c";
const HASH = "ab".repeat(32);
const pair = nacl.sign.keyPair.fromSeed(Uint8Array.from({ length: 32 }, (_, i) => i));
const signer = new KwilSigner(async (m) => nacl.sign.detached(m, pair.secretKey), pair.publicKey, "ed25519");

const typed = {
  column_names: ["i", "n", "b", "by", "u", "z", "ia"],
  column_types: ["int8", "numeric", "bool", "bytea", "uuid", "null", "int8"].map((name, i) => ({ name, is_array: i === 6, metadata: [0, 0] })),
  values: [["5", "1.50", true, "3q0=", "6f1e5d2c-7b3a-4c9d-8e0f-123456789abc", null, ["1", null]]],
};
const noRows = { column_names: null, column_types: null, values: null };
const health = (extra) => ({ chain_id: CHAIN, block_height: 1, block_hash: "0".repeat(64), gas: false, healthy: true, version: "0.2.0", block_time: 1, block_age: 1, syncing: false, height: 1, app_hash: "0".repeat(64), peer_count: 0, mode: "open", ...extra });
const param = (extra) => (port) => ({ nonce: "n".repeat(16), statement: "", issue_at: "2026-01-01T00:00:00Z", expiration_time: "2026-01-01T00:05:00Z", chain_id: CHAIN, domain: `http://127.0.0.1:${port}`, version: "1", uri: "u", ...(typeof extra === "function" ? extra(port) : extra) });
const ok = (result, headers = {}) => ({ status: 200, result, headers });
const fail = (status, code, message = "msg", data) => ({ status, error: { code, message, ...(data ? { data } : {}) } });
const login = { "kgw.authn_param": param({}), "kgw.authn": () => ok({ result: "ok" }, { "set-cookie": ["kgw_session=S; Path=/"] }) };
const unauthorised = fail(401, -901, "not authorized");

/** A server that answers each method as the case says, and remembers what it was asked. */
async function scripted(answers, run) {
  const methods = [];
  const requests = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      methods.push(body.method);
      requests.push(body);
      const standard = { "user.health": () => ok(health({})), "user.account": () => ok({ balance: "0", nonce: 0 }), "user.estimate_price": () => ok({ price: "0" }) };
      const made = (answers[body.method] ?? standard[body.method])(server.address().port, body);
      const answer = made.status === undefined ? ok(made) : made;
      response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
      const { result, error } = answer;
      response.end(JSON.stringify({ jsonrpc: "2.0", id: body.id, ...(error ? { error } : { result }) }));
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await run(`http://127.0.0.1:${server.address().port}`, methods, requests);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const kwilAt = (url, options = {}) => new NodeKwil({ kwilProvider: url, chainId: CHAIN, timeout: 5000, ...options });
const view = { namespace: "main", name: "get_wallets", inputs: [] };
const change = { namespace: "main", name: "noargs", inputs: [[]], description: "d" };

async function outcome(promise) {
  try {
    return { ok: await promise };
  } catch (thrown) {
    return { throws: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
const withoutPort = (value) => JSON.parse(JSON.stringify(value).replace(/(127\.0\.0\.1):\d+/g, "$1:PORT"));

const authn = (answers) => () => scripted({ ...login, ...answers }, async (url) => {
  const seen = await outcome(kwilAt(url).auth.authenticateKGW(signer));
  return seen.ok ? { ok: seen.ok.data } : seen;
});
const call = (answers, { withSigner = true, options = {}, methodsToo = false } = {}) => () => scripted({ ...login, ...answers }, async (url, methods) => {
  const seen = await outcome(kwilAt(url, options).call(view, withSigner ? signer : undefined));
  if (seen.ok) seen.ok = seen.ok.data ? { ...seen.ok.data } : { status: seen.ok.status, authCode: seen.ok.authCode };
  return methodsToo ? { ...seen, methods } : seen;
});
const broadcast = (answer) => () => scripted({ "user.broadcast": () => answer }, async (url) => {
  const seen = await outcome(kwilAt(url).execute(change, signer, true));
  return seen.ok ? { ok: seen.ok.data } : seen;
});
const answered = (result, logs = "", error = null) => ok({ query_result: result, logs, error });

const runners = {
  authn_good: authn({}),
  authn_bad_domain: authn({ "kgw.authn_param": param({ domain: "http://other" }) }),
  authn_domain_slash: authn({ "kgw.authn_param": param((port) => ({ domain: `http://127.0.0.1:${port}/` })) }),
  authn_domain_host: authn({ "kgw.authn_param": param((port) => ({ domain: `127.0.0.1:${port}` })) }),
  authn_empty_domain: authn({ "kgw.authn_param": param({ domain: "" }) }),
  authn_bad_version: authn({ "kgw.authn_param": param({ version: "2" }) }),
  authn_empty_version: authn({ "kgw.authn_param": param({ version: "" }) }),
  authn_bad_chain: authn({ "kgw.authn_param": param({ chain_id: "x" }) }),
  authn_empty_chain: authn({ "kgw.authn_param": param({ chain_id: "" }) }),
  authn_nocookie: authn({ "kgw.authn": () => ok({ result: "ok" }) }),
  authn_twocookies: authn({ "kgw.authn": () => ok({ result: "ok" }, { "set-cookie": ["other=1; Path=/", "kgw_session=S; Path=/"] }) }),
  call_norows: call({ "user.call": () => answered(noRows) }),
  call_typed: call({ "user.call": () => answered(typed, "l") }),
  call_error_field: call({ "user.call": () => answered(noRows, "", "the credential is not shared with the caller") }),
  call_e300_200: call({ "user.call": () => fail(200, -300) }, { methodsToo: true }),
  call_e32602_400: call({ "user.call": () => fail(400, -32602) }, { methodsToo: true }),
  call_e901_200: call({ "user.call": () => fail(200, -901) }, { methodsToo: true }),
  call_e1001_200: call({ "user.call": () => fail(200, -1001) }, { methodsToo: true }),
  call_e1001_400: call({ "user.call": () => fail(400, -1001) }, { methodsToo: true }),
  call_e500: call({ "user.call": () => fail(500, -32603) }, { methodsToo: true }),
  br_code: broadcast(ok({ tx_hash: HASH, result: { code: 65535, gas: 0, log: "ERROR: x" } })),
  br_noresult: broadcast(ok({ tx_hash: HASH })),
  br_rejected: broadcast(fail(200, -201, "broadcast error", { code: 4, hash: HASH, message: "invalid nonce" })),
};

/** Rows whose expectation is a sentence: each holds when this is true. */
const sentences = {
  tx_hash_quirk: (row) => scripted({ "user.broadcast": () => ok({ tx_hash: row.inputs.wire_tx_hash }), "user.tx_query": () => fail(200, -202, "transaction not found") }, async (url, _methods, requests) => {
    const kwil = kwilAt(url);
    const sent = await kwil.execute(change, signer, false);
    await outcome(kwil.txInfo(sent.data.tx_hash));
    const asked = requests.find((request) => request.method === "user.tx_query").params.tx_hash;
    return sent.data.tx_hash === row.expected.kwiljs_0_1_3_returned && asked === row.expected.sent_in_tx_query;
  }),
  health_without_mode_call: () => healthCase(health({ mode: undefined })),
  health_mode_unknown_call: () => healthCase(health({ mode: "half-open" })),
  health_error: () => scripted({ "user.health": () => fail(200, -700) }, async (url, methods) => {
    const called = await outcome(kwilAt(url).call(view, signer));
    const executed = await outcome(kwilAt(url).execute(change, signer, true));
    return Boolean(called.throws && executed.throws) && !methods.includes("user.call") && !methods.includes("user.broadcast");
  }),
  gateway_401_no_signer: () => scripted({ ...login, "user.call": () => unauthorised }, async (url) => {
    const seen = await outcome(kwilAt(url).call(view));
    return /signer/i.test(seen.throws ?? "");
  }),
  gateway_401_twice: () => scripted({ ...login, "user.call": () => unauthorised }, async (url, methods) => {
    const seen = await kwilAt(url).call(view, signer);
    const logins = methods.filter((method) => method === "kgw.authn").length;
    const calls = methods.filter((method) => method === "user.call").length;
    return seen.status === 401 && seen.authCode === -901 && seen.data === undefined && logins === 1 && calls === 2;
  }),
  gateway_401_autoAuthenticate_false: () => scripted({ ...login, "user.call": () => unauthorised }, async (url, methods) => {
    const seen = await kwilAt(url, { autoAuthenticate: false }).call(view, signer);
    return seen.status === 401 && seen.authCode === -901 && seen.data === undefined && !methods.includes("kgw.authn");
  }),
  authn_refused_status_200: () => scripted({ ...login, "kgw.authn": () => fail(200, -901, "login refused") }, async (url) => {
    const seen = await outcome(kwilAt(url).auth.authenticateKGW(signer));
    return (seen.throws ?? "").includes("-901") && seen.throws.includes("login refused");
  }),
  authn_refused_status_400_or_401: async () => {
    for (const status of [400, 401]) {
      const refused = await scripted({ ...login, "kgw.authn": () => fail(status, -901, "login refused") }, async (url) => {
        const seen = await outcome(kwilAt(url).auth.authenticateKGW(signer));
        return JSON.parse(seen.throws).error.code === -901;
      });
      if (!refused) return false;
    }
    return true;
  },
};
const healthCase = (answer) => scripted({ "user.health": () => ok(answer) }, async (url, methods) => {
  const seen = await outcome(kwilAt(url).call(view, signer));
  return Boolean(seen.throws) && !methods.includes("user.call");
});

const rows = JSON.parse(readFileSync(process.argv[2], "utf8")).filter((row) => row.topic === "client");
let failed = 0;
for (const row of rows) {
  const name = row.name.replace("client.", "");
  let problem;
  if (runners[name]) {
    const expected = withoutPort(row.expected.kwiljs_outcome);
    const seen = withoutPort(await runners[name]());
    if (!isDeepStrictEqual(seen, expected)) problem = `expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`;
  } else if (sentences[name]) {
    if (!(await sentences[name](row))) problem = "does not hold";
  } else {
    problem = "has no runner";
  }
  if (problem) failed++;
  console.log(`${problem ? "not ok" : "ok"} ${row.name}${problem ? `: ${problem}` : ""}`);
}
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && rows.length === 32 ? 0 : 1);
