import * as v from "valibot";

/** What a company's server answers. */

const IssuerEntry = v.object({ name: v.string(), publicKey: v.string(), url: v.string() });
export type IssuerEntry = v.InferOutput<typeof IssuerEntry>;

export const Company = v.object({
  name: v.string(),
  identifier: v.string(),
  encryptionPublicKey: v.string(),
  proof: v.string(),
  purpose: v.string(),
  lockSeconds: v.number(),
  required: v.object({
    userLevel: v.picklist(["basic", "plus"]),
    requiredAddons: v.array(v.string()),
  }),
  issuers: v.array(IssuerEntry),
});
export type Company = v.InferOutput<typeof Company>;

export const Invitation = v.object({ nonce: v.string(), text: v.string() });
export const Opening = v.object({ accepted: v.boolean(), problems: v.array(v.string()) });
export type Opening = v.InferOutput<typeof Opening>;

const AccountEntry = v.object({ id: v.string(), opened: v.string(), address: v.string() });
export const Accounts = v.object({ accounts: v.array(AccountEntry) });
export type Accounts = v.InferOutput<typeof Accounts>;

export const AccountDetails = v.object({
  ...AccountEntry.entries,
  good: v.boolean(),
  access: v.optional(v.object({ id: v.string(), lockedUntil: v.number() })),
  evidence: v.array(
    v.object({
      question: v.string(),
      finding: v.picklist(["holds", "fails", "not_proven"]),
      words: v.string(),
    }),
  ),
  received: v.optional(
    v.object({
      level: v.optional(v.string()),
      issuer: v.optional(v.string()),
      issuanceDate: v.optional(v.string()),
      approvedAt: v.optional(v.string()),
      expirationDate: v.optional(v.string()),
      fields: v.array(v.object({ name: v.string(), value: v.string() })),
      files: v.array(v.object({ name: v.string(), bytes: v.number() })),
    }),
  ),
});
export type AccountDetails = v.InferOutput<typeof AccountDetails>;
