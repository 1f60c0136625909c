import { Button } from "react-aria-components";

/** The button of a form: Enter in a field presses it too. */
export function SubmitButton({ pending, children }: { pending: boolean; children: string }) {
  return (
    <div>
      <Button type="submit" className="button plain" isDisabled={pending}>
        {children}
      </Button>
    </div>
  );
}
