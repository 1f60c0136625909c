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

/** Runs an action by name, with named arguments, under the words the network gives it. */
export function run<A extends ActionName>(
  session: Session,
  action: A,
  args: ActionArguments<A>,
): Promise<string> {
  const { says, takes } = ACTIONS[action];
  return session.execute(says, action, ...positional(takes, args));
}

/** Asks a view by name, with named arguments. */
export function view<V extends ViewName>(
  session: Session,
  name: V,
  args: ViewArguments<V>,
): Promise<Row[]> {
  return session.call(name, ...positional(VIEWS[name], args));
}
