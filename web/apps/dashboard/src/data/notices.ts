import { type Notes, type Standing, standing } from "@idos/client";
import { fromNow } from "../dates.js";
import { words } from "../words.js";
import { isUnlockedAgain } from "./accesses.js";
import { credentialName, partyName } from "./naming.js";
import type { Holding } from "./queries.js";

/** Something a person should look at. The id stays the same as long as the reason does. */
export type Notice = { readonly id: string; readonly text: string; readonly credentialId: string };

export function notices(
  holdings: readonly Holding[],
  names: ReadonlyMap<string, string>,
  now: number,
): Notice[] {
  return byAttention(holdings, now).flatMap(({ credential, grants }) => {
    const { id, notes } = credential;
    const state = standing(notes, now);
    const text = textOf(state, notes, now);
    const about = text === null ? [] : [{ id: `${state}:${id}`, text, credentialId: id }];
    const unlocked = grants
      .filter((grant) => isUnlockedAgain(grant, now))
      .map((grant) => ({
        id: `unlocked:${grant.id}`,
        text: words.notices.unlocked(partyName(grant.grantee, names)),
        credentialId: id,
      }));
    return [...about, ...unlocked];
  });
}

/** What a person is told of a standing, or null when there is nothing to tell. */
function textOf(state: Standing, notes: Notes, now: number): string | null {
  switch (state) {
    case "expiring": {
      const ends = fromNow(Date.parse(notes.expirationDate ?? ""), now);
      return words.notices.expiring(credentialName(notes), ends);
    }
    case "expired":
      return words.notices.expired(credentialName(notes));
    case "revoked":
      return words.notices.revoked(credentialName(notes));
    default:
      return null;
  }
}

const RANK = { revoked: 0, expired: 1, expiring: 2, pending: 4, valid: 4, unknown: 4 } as const;

/**
 * What needs attention first, then the newest. The network does not say how old a credential is: its
 * notes may, and those that do not come last.
 */
export function byAttention(holdings: readonly Holding[], now: number): Holding[] {
  const rank = ({ credential, grants }: Holding) => {
    const unlocked = grants.some((grant) => isUnlockedAgain(grant, now));
    return Math.min(RANK[standing(credential.notes, now)], unlocked ? 3 : 4);
  };
  return [...holdings]
    .map((holding) => ({ holding, rank: rank(holding), age: now - issuedAt(holding) }))
    .sort((a, b) => a.rank - b.rank || a.age - b.age)
    .map(({ holding }) => holding);
}

function issuedAt({ credential }: Holding): number {
  const { issuanceDate } = credential.notes.all;
  const at = typeof issuanceDate === "string" ? Date.parse(issuanceDate) : Number.NaN;
  return Number.isNaN(at) ? 0 : at;
}
