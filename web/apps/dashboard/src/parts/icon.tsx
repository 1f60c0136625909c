const PATHS = {
  data: "M4 5h16v14H4zM8 9h8M8 13h5",
  others: "M12 15V4m0 0L8 8m4-4 4 4M5 13v6h14v-6",
  me: "M12 4v11m0 0-4-4m4 4 4-4M5 17v3h14v-3",
  wallets: "M4 7h16v12H4zM4 7l3-3h10v3M16 13h1",
  operators: "M5 4h14v6H5zM5 14h14v6H5zM8 7h.01M8 17h.01",
  settings: "M4 8h10M18 8h2M4 16h2M10 16h10M16 5v6M8 13v6",
  valid: "m5 12 5 5 9-10",
  warning: "M12 4 2.5 20h19zM12 10v4M12 17h.01",
  wrong: "m6 6 12 12M18 6 6 18",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v4l3 2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.5-1.8",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5 12 4 4",
  back: "m14 6-6 6 6 6",
  question: "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18h.01",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word that says the same: never alone, so readers skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
