import type * as v from "valibot";
import { positional, VIEWS, type ViewName } from "./catalogue.js";
import { Cursor } from "./rows.js";
import { parsed } from "./rpc.js";
import type { Session } from "./session.js";

type Listed = Extract<ViewName, `${string}_page`>;
const SIZE = 100n;

/** All rows of a list, page by page, so that no answer grows without bound. */
export async function all<const S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  session: Session,
  view: Listed,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  const rows: v.InferOutput<S>[] = [];
  let after: string | null = null;
  while (true) {
    const args = positional(VIEWS[view], { user_id: null, after, size: SIZE });
    const page = await session.call(view, ...args);
    rows.push(...page.map((row) => parsed(schema, row)));
    const last = page.at(-1);
    if (page.length < SIZE || last === undefined) {
      return rows;
    }
    after = parsed(Cursor, last).cursor;
  }
}
