/** The texts people sign, rebuilt byte for byte: no client signs a text that a node handed it. */

/** What the node offers for a login. */
export type LoginParameters = {
  readonly domain: string;
  readonly statement: string;
  readonly uri: string;
  readonly chainId: string;
  readonly nonce: string;
  readonly issueAt: string;
  readonly expirationTime: string;
};

export function loginText(login: LoginParameters): string {
  return [
    `${login.domain} wants you to sign in with your account:`,
    "",
    ...(login.statement === "" ? [] : [login.statement]),
    "",
    `URI: ${login.uri}`,
    "Version: 1",
    `Chain ID: ${login.chainId}`,
    `Nonce: ${login.nonce}`,
    `Issue At: ${login.issueAt}`,
    `Expiration Time: ${login.expirationTime}`,
    "",
  ].join("\n");
}

/** The owner lets an issuer write one credential and a copy for itself. */
export type WriteGrant = {
  readonly owner: string;
  readonly consumer: string;
  readonly issuerPublicKey: string;
  readonly id: string;
  readonly accessGrantTimelock: string;
  readonly notUsableBefore: string;
  readonly notUsableAfter: string;
};

/** The owner lets somebody read an existing copy. */
export type AccessGrantPaper = {
  readonly owner: string;
  readonly grantee: string;
  readonly dataId: string;
  readonly lockedUntil: bigint;
  readonly contentHash: string;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** A line break inside a field could forge the next one. */
function field(label: string, value: string): string {
  if (CONTROL.test(value)) {
    throw new RangeError(`expected one line without control characters for ${label}`);
  }
  return `${label}: ${value}`;
}

export function writeGrantText(grant: WriteGrant, chainId: string): string {
  return [
    "operation: delegatedWriteGrant",
    field("owner", grant.owner),
    field("consumer", grant.consumer),
    field("issuer public key", grant.issuerPublicKey),
    field("id", grant.id.toLowerCase()),
    field("access grant timelock", grant.accessGrantTimelock),
    field("not usable before", grant.notUsableBefore),
    field("not usable after", grant.notUsableAfter),
    field("network", chainId),
  ].join("\n");
}

export function accessGrantText(paper: AccessGrantPaper, chainId: string): string {
  return [
    "operation: delegatedAccessGrant",
    field("owner", paper.owner),
    field("grantee", paper.grantee),
    field("data id", paper.dataId.toLowerCase()),
    field("locked until", paper.lockedUntil.toString()),
    field("content hash", paper.contentHash),
    field("network", chainId),
  ].join("\n");
}

/** A time as papers write it: whole seconds, UTC. */
export function paperTime(seconds: bigint): string {
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.\d{3}Z$/, "Z");
}
