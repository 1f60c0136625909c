import { useState } from "preact/hooks";
import { WORDS } from "../words.js";

export function PasswordField({
  id,
  label,
  value,
  onInput,
  autocomplete,
  invalid,
  errorId,
}: {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  autocomplete: "new-password" | "current-password";
  invalid: boolean;
  errorId: string;
}) {
  const [shown, setShown] = useState(false);
  const input = {
    id,
    value,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
    autocomplete,
    autocapitalize: "none",
    spellcheck: false,
    "aria-invalid": invalid,
    "aria-describedby": errorId,
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="reveal">
        {shown ? <input type="text" {...input} /> : <input type="password" {...input} />}
        <button
          type="button"
          class="button"
          aria-pressed={shown}
          aria-label={`${shown ? WORDS.unlock.hide : WORDS.unlock.show}: ${label}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? WORDS.unlock.hide : WORDS.unlock.show}
        </button>
      </div>
    </div>
  );
}

/** Tells a password manager which of the person's keys this password belongs to. */
export function ProfileName({ userId }: { userId: string }) {
  return <input type="text" hidden readOnly autocomplete="username" value={userId} />;
}
