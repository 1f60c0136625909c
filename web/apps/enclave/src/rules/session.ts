import { type Options, Options as OptionsSchema } from "@idos/enclave";

/** What the page has configured so far. An explicit `undefined` or null takes a member back. */
export function reconfigured(current: Options, change: Options): Options {
  const next: Record<string, unknown> = { ...current };
  for (const key of Object.keys(OptionsSchema.entries)) {
    if (Object.hasOwn(change, key)) {
      const value = change[key as keyof Options];
      if (value === undefined || value === null) {
        delete next[key];
      } else {
        next[key] = value;
      }
    }
  }
  return next as Options;
}
