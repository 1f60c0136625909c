import type { Conditions, Criteria } from "./values.js";

/**
 * The filter of idOS over a decrypted credential: every `pick` must hold, and a record is dropped
 * when every `omit` holds. An empty map says nothing.
 */
export function passes(record: unknown, { pick, omit }: Conditions): boolean {
  const dropped = Object.keys(omit).length > 0 && allHold(record, omit);
  return allHold(record, pick) && !dropped;
}

export const isEmptyFilter = ({ pick, omit }: Conditions): boolean =>
  Object.keys(pick).length === 0 && Object.keys(omit).length === 0;

function allHold(record: unknown, criteria: Criteria): boolean {
  return Object.entries(criteria).every(([path, allowed]) => allowed.includes(at(record, path)));
}

/** The value at a path like `a.b[0].c`; a key that is literally the path wins. */
export function at(record: unknown, path: string): unknown {
  if (isObject(record) && Object.hasOwn(record, path)) {
    return record[path];
  }
  let value: unknown = record;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== "")) {
    if (!isObject(value) || !Object.hasOwn(value, step)) {
      return undefined; // inherited members are not data
    }
    value = value[step];
  }
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
