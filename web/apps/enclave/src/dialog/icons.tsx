/** The few signs of the enclave. Each stands beside a word, never alone. */
const SHAPES = {
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5z",
  warning: "M12 4l9 16H3zM12 10v4M12 17v.500",
  check: "M5 12.500l5 5L19 7",
  cross: "M6 6l12 12M18 6L6 18",
} as const;

export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
