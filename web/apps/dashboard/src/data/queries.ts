import type { Credential, Grant } from "@idos/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useMe } from "../session/context.js";
import { accesses } from "./accesses.js";

/** An original with everything that hangs on it. */
export type Holding = {
  readonly credential: Credential;
  readonly grants: readonly Grant[];
};

export const keys = {
  credentials: ["credentials"],
  given: ["given"],
  received: ["received"],
  wallets: ["wallets"],
  attributes: ["attributes"],
  operators: ["operators"],
  status: ["status"],
} as const;

export function useCredentials() {
  const me = useMe();
  return useQuery({ queryKey: keys.credentials, queryFn: () => me.credentials.list() });
}

export function useGiven() {
  const me = useMe();
  return useQuery({ queryKey: keys.given, queryFn: () => me.sharing.given() });
}

export function useReceived() {
  const me = useMe();
  return useQuery({ queryKey: keys.received, queryFn: () => me.sharing.received() });
}

export function useWallets() {
  const me = useMe();
  return useQuery({ queryKey: keys.wallets, queryFn: () => me.wallets.list() });
}

export function useAttributes() {
  const me = useMe();
  return useQuery({ queryKey: keys.attributes, queryFn: () => me.attributes.list() });
}

export function useOperators() {
  const me = useMe();
  return useQuery({
    queryKey: keys.operators,
    queryFn: () => me.idle.operators(),
    refetchInterval: 15_000,
  });
}

/** The issuer's signatures on one credential, and who edited its notes since. */
export function useProof(id: string) {
  const me = useMe();
  return useQuery({ queryKey: ["proof", id], queryFn: () => me.credentials.proof(id) });
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The verified names among identifiers. Names are not worth an error: without them, keys are shown. */
export function useNames(identifiers: readonly string[]): ReadonlyMap<string, string> {
  const me = useMe();
  const wanted = [...new Set(identifiers)].sort();
  const { data } = useQuery({
    queryKey: ["names", ...wanted],
    queryFn: () => me.idle.parties(wanted),
    enabled: wanted.length > 0,
    staleTime: 300_000,
    placeholderData: (before) => before,
  });
  return data ?? NO_NAMES;
}

/** Originals with the accesses to their copies. */
export const useHoldings = () => useBoth(holdings);

/** Every access this person has given. */
export const useAccesses = () => useBoth(accesses);

/** What follows from the credentials and the accesses, and whatever went wrong on the way. */
function useBoth<T>(make: (all: readonly Credential[], given: readonly Grant[]) => T) {
  const credentials = useCredentials();
  const given = useGiven();
  const data = useMemo(
    () => (credentials.data && given.data ? make(credentials.data, given.data) : undefined),
    [credentials.data, given.data, make],
  );
  const refetch = async () => {
    await Promise.all([credentials.refetch(), given.refetch()]);
  };
  return {
    data,
    error: credentials.error ?? given.error,
    dataUpdatedAt: Math.min(credentials.dataUpdatedAt, given.dataUpdatedAt),
    refetch,
  };
}

/** The network lists accesses as they were given; here the newest is the first. */
export function holdings(all: readonly Credential[], given: readonly Grant[]): Holding[] {
  const originalOf = new Map(all.map(({ id, originalId }) => [id, originalId ?? id]));
  const grantsOf = new Map<string, Grant[]>();
  for (const grant of given.toReversed()) {
    const original = originalOf.get(grant.dataId) ?? grant.dataId;
    grantsOf.set(original, [...(grantsOf.get(original) ?? []), grant]);
  }
  return all
    .filter(({ originalId }) => originalId === null)
    .map((credential) => ({ credential, grants: grantsOf.get(credential.id) ?? [] }));
}

/** Reads everything again after something was changed. */
export function useReload() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
