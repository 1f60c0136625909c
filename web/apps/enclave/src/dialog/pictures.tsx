import { WORDS } from "../words.js";

/** Twelve simple drawings, told apart at a glance and without colour. */
const DRAWINGS = [
  "M16 10a6 6 0 1 0 0 12a6 6 0 0 0 0-12M16 3v3M16 26v3M3 16h3M26 16h3M7 7l2 2M23 23l2 2M7 25l2-2M23 9l2-2",
  "M22 20A10 10 0 1 1 13 6a8 8 0 0 0 9 14z",
  "M3 26l9-16 5 8 4-5 8 13zM12 10l-3 5.500 3 2 3-2",
  "M3 12c4-6 8-6 12 0s8 6 14 0M3 20c4-6 8-6 12 0s8 6 14 0",
  "M6 26C6 12 14 6 27 5c0 14-7 21-18 18M6 26c3-6 8-11 14-14",
  "M16 3l4 9 9 1-7 6 2 10-8-5-8 5 2-10-7-6 9-1z",
  "M4 21h24l-4 7H8zM15 21V4l-9 13h9M18 8l7 9h-7",
  "M5 15L16 5l11 10M8 13v14h16V13M13 27v-8h6v8",
  "M6 9h16v10a6 6 0 0 1-6 6h-4a6 6 0 0 1-6-6zM22 11h3a3 3 0 0 1 0 8h-3M10 3v3M15 3v3",
  "M4 16c5-8 14-8 18 0-4 8-13 8-18 0zM22 16l6-6v12zM10 14v1",
  "M16 3l8 10h-4l6 9H6l6-9H8zM16 22v7",
  "M16 12a4 4 0 1 0 0 8a4 4 0 0 0 0-8M16 12c-6-9 6-9 0 0M20 16c9-6 9 6 0 0M16 20c6 9-6 9 0 0M12 16c-9 6-9-6 0 0",
] as const;

export function Picture({ of, label }: { of: number; label?: string }) {
  return (
    <svg
      class="picture"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={DRAWINGS[of] ?? DRAWINGS[0]} />
    </svg>
  );
}

export const PICTURES = DRAWINGS.map((_, index) => ({
  index,
  name: WORDS.mark.names[index] ?? "",
}));

/** Words to start from; the person may write others. */
export function suggestedPhrase(): string {
  const { colours, animals } = WORDS.mark;
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2));
  return `${colours[a % colours.length]} ${animals[b % animals.length]}`;
}

export const suggestedPicture = (): number => {
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return random % DRAWINGS.length;
};
