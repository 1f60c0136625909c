type Props = {
  readonly label: string;
  /** What is shown while nothing is chosen. */
  readonly all: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (chosen: string) => void;
};

/** One of a few, or all; not there while there is nothing to choose. */
export function SelectField({ label, all, options, value, onChange }: Props) {
  if (options.length < 2 && value === "") {
    return null;
  }
  return (
    <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}
