import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

type Props = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** One primary button a screen. */
  readonly kind?: "primary" | "plain" | "danger" | "quiet";
  /** What a reader hears when the visible words do not name the object. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly pending?: boolean;
  readonly autoFocus?: boolean;
};

export function Button({
  children,
  onPress,
  kind = "plain",
  label,
  disabled,
  pending,
  autoFocus,
}: Props) {
  return (
    <AriaButton
      className={`button ${kind}${pending ? " pending" : ""}`}
      onPress={() => (pending ? undefined : onPress())}
      isDisabled={disabled ?? false}
      aria-disabled={pending ?? false}
      autoFocus={autoFocus ?? false}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </AriaButton>
  );
}
