import { credentialName, issuerOf, typeName } from "./naming.js";
import type { Holding } from "./queries.js";

/** What a person looks for among their credentials; empty text asks for nothing. */
export type Wanted = { readonly q: string; readonly issuer: string; readonly type: string };

type Names = ReadonlyMap<string, string>;

/** Whether a credential is among those looked for. */
export function matches(holding: Holding, { q, issuer, type }: Wanted, names: Names): boolean {
  const { credential } = holding;
  const text = q.trim().toLowerCase();
  const said = () => [
    JSON.stringify(credential.notes.all),
    credentialName(credential.notes),
    names.get(credential.issuerKey) ?? "",
  ];
  return (
    (issuer === "" || issuerOf(credential, names).name === issuer) &&
    (type === "" || typeName(credential.notes) === type) &&
    (text === "" || said().some((each) => each.toLowerCase().includes(text)))
  );
}

/** The issuers and types there are to choose from, by name. */
export function choices(holdings: readonly Holding[], names: Names) {
  const sorted = (all: readonly string[]) => [...new Set(all)].sort();
  return {
    issuers: sorted(holdings.map(({ credential }) => issuerOf(credential, names).name)),
    types: sorted(holdings.map(({ credential }) => typeName(credential.notes))),
  };
}
