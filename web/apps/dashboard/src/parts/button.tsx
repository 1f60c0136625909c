import { type ReactNode, useEffect, useRef } from "react";

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
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (autoFocus) {
      button.current?.focus();
    }
  }, [autoFocus]);
  return (
    <button
      ref={button}
      type="button"
      className={`button ${kind}${pending ? " pending" : ""}`}
      onClick={() => (pending ? undefined : onPress())}
      disabled={disabled ?? false}
      aria-disabled={pending ?? false}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </button>
  );
}
