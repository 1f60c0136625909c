import { SearchField as AriaSearchField, Input, Label } from "react-aria-components";
import { Icon } from "./icon.js";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

export function SearchField({ label, value, onChange }: Props) {
  return (
    <AriaSearchField className="search" value={value} onChange={onChange}>
      <Label className="sr">{label}</Label>
      <Icon name="search" />
      <Input placeholder={label} />
    </AriaSearchField>
  );
}
