import { readFileSync } from "node:fs";
import * as v from "valibot";

/** Reads a shared vector file. */
export function vectors<const S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  name: string,
  schema: S,
): v.InferOutput<S> {
  const url = new URL(`../../../../vectors/${name}`, import.meta.url);
  return v.parse(schema, JSON.parse(readFileSync(url, "utf8")));
}
