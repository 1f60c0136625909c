/** The button of a form: Enter in a field presses it too. */
export function SubmitButton({ pending, children }: { pending: boolean; children: string }) {
  return (
    <div>
      <button type="submit" className="button plain" disabled={pending}>
        {children}
      </button>
    </div>
  );
}
