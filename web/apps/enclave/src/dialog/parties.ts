import * as v from "valibot";

const TIMEOUT_MS = 4_000;

const Row = v.object({ identifier: v.string(), name: v.string() });
const Parties = v.union([
  v.pipe(
    v.array(Row),
    v.transform((rows) => new Map(rows.map(({ identifier, name }) => [identifier, name]))),
  ),
  v.pipe(
    v.object({ parties: v.array(Row) }),
    v.transform(({ parties }) => new Map(parties.map((row) => [row.identifier, row.name]))),
  ),
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform(
      (names) =>
        new Map(
          Object.entries(names).filter((entry): entry is [string, string] =>
            v.is(v.string(), entry[1]),
          ),
        ),
    ),
  ),
]);
const Reply = v.object({ result: Parties });

/** Names the network vouches for, by identifier; null when no node answered. */
export type KnownNames = ReadonlyMap<string, string> | null;

/**
 * Asks every configured node. A name counts only if all that answered give the same one, so a single
 * node cannot invent it.
 */
export async function namesOf(
  nodes: readonly string[],
  identifiers: readonly string[],
): Promise<KnownNames> {
  const asked = [...new Set(identifiers.filter((identifier) => identifier !== ""))];
  const answers = (await Promise.all(nodes.map((node) => askNode(node, asked)))).filter(
    (answer) => answer !== null,
  );
  const [first, ...others] = answers;
  if (!first) {
    return null;
  }
  const agreed = [...first].filter(([identifier, name]) =>
    others.every((other) => other.get(identifier) === name),
  );
  return new Map(agreed.filter(([identifier]) => asked.includes(identifier)));
}

async function askNode(
  node: string,
  identifiers: readonly string[],
): Promise<Map<string, string> | null> {
  try {
    const response = await fetch(`${node}/rpc/v1`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "idos.parties",
        params: { identifiers },
      }),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return v.parse(Reply, await response.json()).result;
  } catch {
    return null;
  }
}
