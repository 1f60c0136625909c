import { type Credential, type Grant, isLocked } from "@idos/client";

/** One access, and the original whose copy is read: null when that is gone. */
export type Access = { readonly grant: Grant; readonly credential: Credential | null };

/** Whether it was locked once and can be taken back now. */
export const isUnlockedAgain = (grant: Grant, now: number) =>
  grant.lockedUntil > 0 && !isLocked(grant, now);

/** Every access with its original. The network lists them as they were given: here the newest is first. */
export function accesses(all: readonly Credential[], given: readonly Grant[]): Access[] {
  const byId = new Map(all.map((credential) => [credential.id, credential]));
  return given.toReversed().map((grant) => {
    const original = byId.get(grant.dataId)?.originalId ?? grant.dataId;
    return { grant, credential: byId.get(original) ?? null };
  });
}

/** Those whose lock has ended before all others, because only now something can be done. */
export function byNeed(all: readonly Access[], now: number): Access[] {
  const isFirst = ({ grant }: Access) => isUnlockedAgain(grant, now);
  return [...all.filter(isFirst), ...all.filter((access) => !isFirst(access))];
}
