import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".html", ".js", ".mjs", ".css", ".json", ".svg", ".txt"]);
const NOWHERE = "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/**
 * The headers of an app of ours. `connect` lists the origins it may talk to, `frames` those it may
 * embed. Only the enclave's frame page may itself be embedded.
 */
export function securityHeaders({ connect = [], frames = [], framable = false, images = [] } = {}) {
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src ${["'self'", ...images].join(" ")}`,
    `connect-src ${["'self'", ...connect].join(" ")}`,
    "worker-src 'self'",
    `frame-src ${frames.length > 0 ? frames.join(" ") : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...(framable ? [] : ["frame-ancestors 'none'"]),
    "require-trusted-types-for 'script'",
    "trusted-types idos-enclave",
  ];
  return {
    "content-security-policy": csp.join("; "),
    "permissions-policy": NOWHERE,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}

/** The enclave: its frame page may be embedded by anyone, its windows by no one, and no COOP. */
export const enclaveHeaders = (nodes) => (path) =>
  securityHeaders({ connect: nodes, framable: path === "/" || path === "/index.html" });

/**
 * Serves a folder of built files on loopback. `files` replaces single paths, `headers` gives the
 * headers of a path, `fallback` is the page of an app that routes by itself.
 */
export async function serve({ root, port = 0, headers = () => ({}), files = {}, fallback }) {
  const base = resolve(root);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const common = { ...headers(path), "cache-control": "no-cache" };
    if (Object.hasOwn(files, name)) {
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      response.writeHead(200, { ...common, "content-type": type });
      response.end(files[name]);
      return;
    }
    const file = normalize(join(base, name));
    const inside = file.startsWith(base + sep);
    const found = inside && (await isFile(file)) ? file : fallback && join(base, fallback);
    if (!found) {
      response.writeHead(404, { ...common, "content-type": "text/plain" });
      response.end("not found");
      return;
    }
    await send(found, request, response, common);
  }

  async function send(file, request, response, common) {
    const type = extname(file);
    const zip = COMPRESSED.has(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      ...common,
      "content-type": TYPES[type] ?? "application/octet-stream",
      ...(zip && { "content-encoding": "gzip", vary: "accept-encoding" }),
    });
    await pipeline(createReadStream(file), ...(zip ? [createGzip()] : []), response);
  }

  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    port: server.address().port,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

/** A node that knows names and nothing else. */
export async function serveNames(names) {
  let answers = true;
  const server = createServer(async (request, response) => {
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "content-type",
    };
    if (request.method === "OPTIONS" || !answers) {
      response.writeHead(answers ? 204 : 503, cors).end();
      return;
    }
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { id, params } = JSON.parse(Buffer.concat(chunks).toString());
    const result = params.identifiers
      .filter((identifier) => Object.hasOwn(names, identifier))
      .map((identifier) => ({ identifier, name: names[identifier] }));
    response.writeHead(200, { ...cors, "content-type": "application/json" });
    response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://localhost:${server.address().port}`,
    answer: (value) => {
      answers = value;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function isFile(path) {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

export const read = (path) => readFile(path, "utf8");
