type Rules = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Rules): Rules };

/** The only scripts a page of the enclave may start by address: the workers named here. */
export function trustedScript(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) {
    return url;
  }
  policy ??= factory.createPolicy("idos-enclave", {
    createScriptURL: (asked) => {
      if (!named.has(asked)) {
        throw new TypeError("not a script of this page");
      }
      return asked;
    },
  });
  named.add(url);
  return policy.createScriptURL(url);
}

/** A name of a policy can be taken once on a page. */
let policy: Rules | undefined;
const named = new Set<string>();
