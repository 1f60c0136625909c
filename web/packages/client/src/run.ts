import {
  ACTIONS,
  type ActionArguments,
  type ActionName,
  positional,
  VIEWS,
  type ViewArguments,
  type ViewName,
} from "./catalogue.js";
import type { Row, Session } from "./session.js";
import { nextTurn, utf8Of } from "./turns.js";

/** Characters from which a text is written beside the page. */
const LONG = 100_000;

/** Runs an action by name, with named arguments, under the words the network gives it. */
export async function run<A extends ActionName>(
  session: Session,
  action: A,
  args: ActionArguments<A>,
): Promise<string> {
  const { says, takes } = ACTIONS[action];
  await nextTurn(); // what comes from the enclave has just been read: megabytes, at times
  const written = await Promise.all(
    Object.entries(args).map(async ([name, value]) => [
      name,
      typeof value === "string" && value.length > LONG ? await utf8Of(value) : value,
    ]),
  );
  const values = positional(takes, Object.fromEntries(written));
  return session.execute(says, action, ...values);
}

/** Asks a view by name, with named arguments. */
export function view<V extends ViewName>(
  session: Session,
  name: V,
  args: ViewArguments<V>,
): Promise<Row[]> {
  return session.call(name, ...positional(VIEWS[name], args));
}
