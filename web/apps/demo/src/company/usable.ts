import { type Credential, type Grant, type LoggedIn, reaches, standing } from "@idos/client";
import type { Company, IssuerEntry } from "./wire.js";

/** A proof the company would take, by one of the issuers it trusts. */
export type Usable = {
  readonly credential: Credential;
  readonly issuer: IssuerEntry;
  /** The access the company has to it already. */
  readonly given: Grant | null;
};

/** Finds, for each issuer the company trusts, the best proof this person has. */
export async function findUsable(me: LoggedIn, company: Company): Promise<readonly Usable[]> {
  const [credentials, grants] = await Promise.all([me.credentials.list(), me.sharing.given()]);
  const originalOf = new Map(credentials.map(({ id, originalId }) => [id, originalId]));
  const now = Date.now();
  return company.issuers.flatMap((issuer) => {
    const good = credentials.filter(
      ({ originalId, issuerKey, notes }) =>
        originalId === null &&
        issuerKey === issuer.publicKey &&
        reaches(notes.level, company.required) &&
        ["valid", "expiring"].includes(standing(notes, now)),
    );
    const [credential] = good.sort((a, b) => ends(b) - ends(a));
    if (!credential) {
      return [];
    }
    const given = grants.find(
      ({ grantee, dataId, lockedUntil }) =>
        grantee === company.identifier &&
        originalOf.get(dataId) === credential.id &&
        (company.lockSeconds === 0 || lockedUntil * 1000 > now),
    );
    return [{ credential, issuer, given: given ?? null }];
  });
}

export const ends = ({ notes }: Credential): number =>
  notes.expirationDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(notes.expirationDate);
