import { Icon } from "./icon.js";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

export function SearchField({ label, value, onChange }: Props) {
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
