import { useId, useState } from "react";
import { doneAt, fromNow } from "../dates.js";
import { words } from "../words.js";
import { Button } from "./button.js";

type Props = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel?: () => void;
};

/** Long work: what is happening, how far, how long about, and a way to stop. */
export function Progress({ label, done, total, onCancel }: Props) {
  const id = useId();
  const [startedAt] = useState(Date.now);
  const now = Date.now();
  const ready = doneAt(startedAt, now, done, total);
  return (
    <div className="progress">
      <div>
        <label htmlFor={id}>
          {label}
          {ready !== null && `. ${words.ready(fromNow(ready, now))}`}
        </label>
        <progress id={id} value={total === 0 ? undefined : done} max={Math.max(total, 1)} />
      </div>
      {onCancel && <Button onPress={onCancel}>{words.cancel}</Button>}
    </div>
  );
}
