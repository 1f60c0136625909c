import type { Credential, Notes } from "@idos/client";
import { short } from "../dates.js";
import { words } from "../words.js";

/** What a credential is called: its type and level, or the title a person gave it. */
export function credentialName({ type, level, all }: Notes): string {
  const title = all["title"];
  if (typeof title === "string" && title !== "") {
    return title;
  }
  const known = typeName({ type });
  return type?.toLowerCase() === "kyc" && level !== undefined ? `${known} ${level}` : known;
}

/** What kind of credential it is. */
export const typeName = ({ type }: Pick<Notes, "type">): string =>
  type === undefined ? words.data.unnamed : (words.types[type.toLowerCase()] ?? type);

export type Issuer = {
  readonly name: string;
  /** How sure the name is: verified by the network, claimed by the notes, or none. */
  readonly certainty: "verified" | "claimed" | "unknown" | "self";
};

export function issuerOf(credential: Credential, names: ReadonlyMap<string, string>): Issuer {
  const verified = names.get(credential.issuerKey);
  if (verified !== undefined) {
    return { name: verified, certainty: "verified" };
  }
  if (credential.inserter === null && credential.notes.all["self"] === true) {
    return { name: words.data.byYou, certainty: "self" };
  }
  const claimed = credential.notes.issuer;
  return claimed === undefined
    ? { name: short(credential.issuerKey), certainty: "unknown" }
    : { name: words.issuer.says(claimed), certainty: "claimed" };
}

/** A company's name if the network knows it, else the start and end of its key. */
export const partyName = (identifier: string, names: ReadonlyMap<string, string>) =>
  names.get(identifier) ?? short(identifier);
