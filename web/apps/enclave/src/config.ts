import * as v from "valibot";

const Origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/));

const Config = v.object({
  /** Nodes that are asked whose names are known. */
  nodes: v.optional(v.array(Origin), []),
  /** The person's own dashboards: one yes there covers reading every credential. */
  dashboards: v.optional(v.array(Origin), []),
});
export type Config = v.InferOutput<typeof Config>;

/** Reads the one file that tells a built enclave where it lives. Without it nobody is special. */
export async function loadConfig(): Promise<Config> {
  try {
    const response = await fetch(new URL("config.json", location.href), { cache: "no-cache" });
    return v.parse(Config, await response.json());
  } catch {
    return { nodes: [], dashboards: [] };
  }
}
