import * as v from "valibot";

const Address = v.pipe(v.string(), v.url(), v.startsWith("http"));

/** What whoever serves this site decides, at run time, in `/config.json`. */
const Config = v.object({
  nodeUrls: v.pipe(v.array(Address), v.minLength(1)),
  chainId: v.optional(v.string()),
  enclaveUrl: Address,
  issuerUrl: Address,
  dashboardUrl: Address,
  bankUrl: Address,
  cardUrl: Address,
  developmentWallet: v.optional(v.boolean(), false),
});
export type Config = v.InferOutput<typeof Config>;

/** Rejects when the file is missing or has another shape. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch("/config.json", { cache: "no-cache" });
  return v.parse(Config, await response.json());
}
