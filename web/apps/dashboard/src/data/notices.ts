import { isLocked, standing } from "@idos/client";
import { fromNow } from "../dates.js";
import { words } from "../words.js";
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
    const name = credentialName(notes);
    const state = standing(notes, now);
    const ends = notes.expirationDate === undefined ? 0 : Date.parse(notes.expirationDate);
    const texts: Partial<Record<typeof state, string>> = {
      expiring: words.notices.expiring(name, fromNow(ends, now)),
      expired: words.notices.expired(name),
      revoked: words.notices.revoked(name),
    };
    const text = texts[state];
    const about = text === undefined ? [] : [{ id: `${state}:${id}`, text, credentialId: id }];
    const unlocked = grants
      .filter((grant) => grant.lockedUntil > 0 && !isLocked(grant, now))
      .map((grant) => ({
        id: `unlocked:${grant.id}`,
        text: words.notices.unlocked(partyName(grant.grantee, names)),
        credentialId: id,
      }));
    return [...about, ...unlocked];
  });
}

const RANK = { revoked: 0, expired: 1, expiring: 2, pending: 4, valid: 4, unknown: 4 } as const;

/** What needs attention first, then as the network lists it, the newest first. */
export function byAttention(holdings: readonly Holding[], now: number): Holding[] {
  const rank = ({ credential, grants }: Holding) => {
    const unlocked = grants.some((grant) => grant.lockedUntil > 0 && !isLocked(grant, now));
    return Math.min(RANK[standing(credential.notes, now)], unlocked ? 3 : 4);
  };
  return [...holdings].reverse().sort((a, b) => rank(a) - rank(b));
}
