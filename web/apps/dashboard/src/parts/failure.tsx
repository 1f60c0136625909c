import { say } from "../failure-words.js";
import { words } from "../words.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/** What happened, what it means, what to do; the code is small, at the end. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { text, code } = say(error);
  return (
    <div className="note danger" role="alert">
      <Icon name="warning" />
      <p>
        {text} <small>{words.code(code)}</small>
      </p>
      {onRetry && <Button onPress={onRetry}>{words.tryAgain}</Button>}
    </div>
  );
}
