import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

type Site = {
  readonly folder: string;
  readonly port: number;
  readonly headers: (path: string) => Readonly<Record<string, string>>;
  readonly config: object;
  /** Answers a POST, or null when the path is not one of its own. */
  readonly post?: (path: string, body: unknown) => Promise<object | null>;
};

/** Serves a built app as any host of plain files would, with the headers it should send. */
export async function serve(site: Site): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(site, request.method ?? "GET", request.url ?? "/", request)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(site.port, "127.0.0.1", resolve));
  return server;
}

type Answer = { status: number; headers: Record<string, string>; body: string | Buffer };

async function answer(
  site: Site,
  method: string,
  url: string,
  body: AsyncIterable<Buffer>,
): Promise<Answer> {
  const path = new URL(url, "http://site").pathname;
  const open = {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "content-type",
  };
  if (method !== "GET" && method !== "HEAD") {
    const chunks: Buffer[] = [];
    for await (const chunk of body) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString("utf8");
    const made = method === "POST" ? await site.post?.(path, JSON.parse(text)) : {};
    return { status: made ? 200 : 404, headers: open, body: JSON.stringify(made ?? {}) };
  }
  if (path === "/config.json") {
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(site.config) };
  }
  const file = path.endsWith("/") ? `${path}index.html` : path;
  try {
    const content = await readFile(join(site.folder, normalize(file)));
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return { status: 200, headers: { "content-type": type, ...site.headers(file) }, body: content };
  } catch {
    return { status: 404, headers: {}, body: "" };
  }
}
