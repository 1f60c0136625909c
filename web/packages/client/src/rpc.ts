import * as v from "valibot";
import { bodyOf } from "./body.js";
import { distrusted, IdosError, refused, unavailable } from "./failure.js";

const Answer = v.object({
  jsonrpc: v.literal("2.0"),
  result: v.optional(v.unknown()),
  error: v.optional(
    v.object({ code: v.number(), message: v.string(), data: v.optional(v.unknown()) }),
  ),
});
const RateLimit = v.object({ retry_after_ms: v.number() });
const Rejection = v.object({
  code: v.optional(v.number()),
  message: v.optional(v.string()),
  refusal: v.optional(v.number()),
});

const NOT_AUTHORISED = -901;
const TOO_MANY = -905;
const BROADCAST_REJECTED = -201;
/** Transaction codes of a rejection that passes by itself. */
const POOL_FULL = 11;
const TIMED_OUT = 10;

/** How long one node is left alone after it did not answer. */
const REST_MS = 10_000;
const READ_TIMEOUT_MS = 15_000;
const WRITE_TIMEOUT_MS = 30_000;

/** The addresses of a network. Each request goes to the first node that is well, then to the next. */
export class Nodes {
  private readonly restingUntil = new Map<string, number>();
  private nextId = 1;

  constructor(readonly urls: readonly string[]) {
    if (urls.length === 0) {
      throw new RangeError("expected at least one node address");
    }
  }

  /**
   * Asks one method; bytes in its parameters travel as base64. `repeatable` requests go on to the next node when one does not answer; a signed
   * transaction is repeatable too, because the same bytes are executed once.
   */
  async ask(
    method: string,
    params: object,
    bearer?: (url: string) => string | undefined,
  ): Promise<unknown> {
    let last: IdosError | undefined;
    for (const url of this.inOrder()) {
      try {
        return await this.askOne(url, method, params, bearer?.(url));
      } catch (error) {
        if (!(error instanceof IdosError) || error.failure.kind !== "unavailable") {
          throw error;
        }
        last = error;
        this.restingUntil.set(url, Date.now() + REST_MS);
      }
    }
    throw last ?? unavailable("no node answered");
  }

  /** Asks this node and no other. */
  async askOne(url: string, method: string, params: object, bearer?: string): Promise<unknown> {
    // Only a broadcast changes anything: a question without an answer has no effect.
    const writes = method === "user.broadcast";
    const response = await this.post(url, method, params, bearer, writes);
    const answer = v.safeParse(Answer, await response.json().catch(() => null));
    if (!answer.success) {
      throw unavailable("the node's answer could not be read", writes);
    }
    const { error, result } = answer.output;
    if (error) {
      throw failureOf(error, response.status, writes);
    }
    return result;
  }

  /** Well nodes first, in the order they were given; a resting one is still asked last. */
  inOrder(): string[] {
    const now = Date.now();
    const rests = (url: string) => ((this.restingUntil.get(url) ?? 0) > now ? 1 : 0);
    return [...this.urls].sort((a, b) => rests(a) - rests(b));
  }

  private async post(
    url: string,
    method: string,
    params: object,
    bearer: string | undefined,
    writes: boolean,
  ): Promise<Response> {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (bearer !== undefined) {
      headers["authorization"] = `Bearer ${bearer}`;
    }
    const body = await bodyOf({ jsonrpc: "2.0", id: this.nextId++, method, params });
    try {
      return await fetch(`${url}/rpc/v1`, {
        method: "POST",
        headers,
        body,
        credentials: "omit",
        signal: AbortSignal.timeout(writes ? WRITE_TIMEOUT_MS : READ_TIMEOUT_MS),
      });
    } catch {
      throw unavailable("the node did not answer", writes);
    }
  }
}

function failureOf(
  error: { code: number; message: string; data?: unknown },
  status: number,
  writes: boolean,
): IdosError {
  if (error.code === NOT_AUTHORISED) {
    return new IdosError({ kind: "signed-out" });
  }
  if (error.code === TOO_MANY) {
    const limit = v.safeParse(RateLimit, error.data);
    return unavailable(error.message, false, limit.success ? limit.output.retry_after_ms : 1_000);
  }
  if (error.code === BROADCAST_REJECTED) {
    const rejection = v.safeParse(Rejection, error.data);
    const data = rejection.success ? rejection.output : {};
    if (data.code === POOL_FULL || data.code === TIMED_OUT) {
      return unavailable(data.message ?? error.message, data.code === TIMED_OUT);
    }
    return refused(data.refusal ?? data.code ?? error.code, data.message ?? error.message);
  }
  return status >= 500 ? unavailable(error.message, writes) : refused(error.code, error.message);
}

/** Reads what a node answered; what does not have the shape is not believed. */
export function parsed<const S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (!result.success) {
    throw distrusted("the node's answer does not have the shape of the protocol");
  }
  return result.output;
}
