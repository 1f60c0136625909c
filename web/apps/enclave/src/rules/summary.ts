import { fromUtf8 } from "@idos/protocol";
import * as v from "valibot";

const NAME = v.pipe(v.string(), v.maxLength(80));

/** What a person is told about a content: what kind it is and which fields it has, never a value. */
export const Summary = v.object({
  kind: v.picklist(["identity", "personhood", "other", "unreadable"]),
  level: v.pipe(v.string(), v.maxLength(60)),
  issuer: v.pipe(v.string(), v.maxLength(200)),
  fields: v.pipe(v.array(NAME), v.maxLength(80)),
  bytes: v.number(),
});
export type Summary = v.InferOutput<typeof Summary>;

const Credential = v.object({
  level: v.optional(v.string(), ""),
  issuer: v.optional(v.unknown()),
  credentialSubject: v.record(v.string(), v.unknown()),
});

export function summaryOf(plaintext: Uint8Array): Summary {
  const bytes = plaintext.length;
  const value = jsonOf(plaintext);
  if (typeof value !== "object" || value === null) {
    return { kind: "unreadable", level: "", issuer: "", fields: [], bytes };
  }
  const credential = v.safeParse(Credential, value);
  if (!credential.success) {
    return { kind: "other", level: "", issuer: "", fields: fieldsOf(value), bytes };
  }
  const { level, issuer, credentialSubject } = credential.output;
  const fields = fieldsOf(credentialSubject);
  const identity = fields.includes("dateOfBirth") || fields.includes("idDocumentNumber");
  return {
    kind: fields.includes("faceSignUserId") ? "personhood" : identity ? "identity" : "other",
    level: level.slice(0, 60),
    issuer: (typeof issuer === "string" ? issuer : "").slice(0, 200),
    fields,
    bytes,
  };
}

/** The JSON value of a content, or undefined when it is none. */
export function jsonOf(plaintext: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(plaintext));
  } catch {
    return undefined;
  }
}

const fieldsOf = (subject: object): string[] =>
  Object.keys(subject)
    .filter((name) => !name.startsWith("@") && name !== "id")
    .map((name) => name.slice(0, 80))
    .slice(0, 80);
