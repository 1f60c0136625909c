import * as v from "valibot";

/** What Acme's server answers. */

export const Issuer = v.object({
  name: v.string(),
  publicKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  largestPicture: v.number(),
  largestPair: v.number(),
});
export type Issuer = v.InferOutput<typeof Issuer>;

export const CaseStatus = v.object({
  id: v.pipe(v.string(), v.uuid()),
  state: v.string(),
  correctionAsked: v.boolean(),
  reason: v.optional(v.string()),
  deletedAt: v.optional(v.string()),
});
export type CaseStatus = v.InferOutput<typeof CaseStatus>;

export const CaseEntry = v.object({
  ...CaseStatus.entries,
  wallet: v.string(),
  received: v.string(),
  replaces: v.optional(v.string()),
});
export type CaseEntry = v.InferOutput<typeof CaseEntry>;

export const CaseList = v.object({ cases: v.array(CaseEntry) });

const Picture = v.object({ name: v.string(), bytes: v.number() });

export const CaseDetails = v.object({
  ...CaseEntry.entries,
  data: v.optional(v.record(v.string(), v.string())),
  wantsPersonhood: v.optional(v.boolean(), false),
  pictures: v.optional(v.object({ document: v.optional(Picture), selfie: v.optional(Picture) })),
});
export type CaseDetails = v.InferOutput<typeof CaseDetails>;
