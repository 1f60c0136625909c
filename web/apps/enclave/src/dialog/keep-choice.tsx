import { KEEPING, type Keeping } from "../rules/consents.js";
import { WORDS } from "../words.js";

const CHOICES = Object.keys(KEEPING) as Keeping[];

export function KeepChoice({
  value,
  onChange,
}: {
  value: Keeping;
  onChange: (value: Keeping) => void;
}) {
  return (
    <div class="field">
      <label for="keep">{WORDS.unlock.keep}</label>
      <select
        id="keep"
        value={value}
        onChange={(event) => {
          const chosen = CHOICES.find((choice) => choice === event.currentTarget.value);
          onChange(chosen ?? value);
        }}
      >
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {WORDS.unlock.keeping[choice]}
          </option>
        ))}
      </select>
    </div>
  );
}
