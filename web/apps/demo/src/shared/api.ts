import * as v from "valibot";
import { words } from "../words.js";

/** What a company's own server answered that is not a yes. */
export class ServerError extends Error {
  override readonly name = "ServerError";

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const Problem = v.object({ error: v.string() });

/** Asks the server of this site; its answer is read by a schema or not believed. */
export async function ask<const S extends v.GenericSchema>(
  schema: S,
  path: string,
  init: RequestInit = {},
): Promise<v.InferOutput<S>> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(120_000) });
  } catch {
    throw new ServerError(0, words.failure.server);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = v.safeParse(Problem, answer);
    throw new ServerError(
      response.status,
      problem.success ? sentence(problem.output.error) : words.failure.server,
    );
  }
  const read = v.safeParse(schema, answer);
  if (!read.success) {
    throw new ServerError(response.status, words.failure.server);
  }
  return read.output;
}

/** Sends JSON. */
export const send = <const S extends v.GenericSchema>(schema: S, path: string, body: unknown) =>
  ask(schema, path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Words of a server as a sentence: a capital first, a stop last. */
export const sentence = (text: string) => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?)]$/.test(begun) ? begun : `${begun}.`;
};
