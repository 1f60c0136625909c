import { Label, ProgressBar } from "react-aria-components";
import { words } from "../words.js";
import { Button } from "./button.js";

type Props = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel?: () => void;
};

/** Long work: what is happening, how far, and a way to stop. */
export function Progress({ label, done, total, onCancel }: Props) {
  return (
    <div className="progress">
      <ProgressBar value={done} maxValue={Math.max(total, 1)} isIndeterminate={total === 0}>
        <Label>{label}</Label>
        <progress
          value={total === 0 ? undefined : done}
          max={Math.max(total, 1)}
          aria-hidden="true"
        />
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>{words.cancel}</Button>}
    </div>
  );
}
