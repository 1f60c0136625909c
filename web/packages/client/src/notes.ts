import * as v from "valibot";

const Text = v.fallback(v.optional(v.string()), undefined);
const Shape = v.looseObject({
  id: Text,
  type: Text,
  level: Text,
  status: Text,
  issuer: Text,
  expirationDate: Text,
});

/** What a credential says in the open. Whatever has another form says nothing. */
export type Notes = {
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly level?: string | undefined;
  readonly status?: string | undefined;
  readonly issuer?: string | undefined;
  readonly expirationDate?: string | undefined;
  /** Everything else, as it was. */
  readonly all: Readonly<Record<string, unknown>>;
};

/** Reads notes; one bad row must not break a list. */
export function readNotes(json: string): Notes {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { all: {} };
  }
  const read = v.safeParse(Shape, value);
  if (!read.success || Array.isArray(value)) {
    return { all: {} };
  }
  const { id, type, level, status, issuer, expirationDate } = read.output;
  return { id, type, level, status, issuer, expirationDate, all: read.output };
}

export type Standing = "valid" | "expiring" | "expired" | "revoked" | "pending" | "unknown";

const SOON_MS = 30 * 24 * 60 * 60 * 1000;
const GOOD = new Set(["approved", "active", "valid"]);
const BAD = new Set(["revoked", "rejected", "invalid"]);

/** Whether a credential is good at this moment, as far as its notes tell. */
export function standing(notes: Notes, now: number): Standing {
  const status = notes.status?.toLowerCase();
  if (status !== undefined && BAD.has(status)) {
    return "revoked";
  }
  const ends = notes.expirationDate === undefined ? Number.NaN : Date.parse(notes.expirationDate);
  if (status === "expired" || ends <= now) {
    return "expired";
  }
  if (status === "pending") {
    return "pending";
  }
  if (status === undefined || !GOOD.has(status)) {
    return "unknown";
  }
  return ends - now <= SOON_MS ? "expiring" : "valid";
}
