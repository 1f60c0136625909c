/** How thoroughly a person was checked: `basic` or `plus`, and what was checked besides. */
export type LevelFilter = {
  readonly userLevel: "basic" | "plus";
  readonly requiredAddons: readonly string[];
};

/** Whether a level is at least what is asked for. An unknown base never is. */
export function reaches(level: string | undefined, wanted: LevelFilter): boolean {
  const [base, ...addons] = (level ?? "").split("+");
  const baseHolds = base === "plus" || (base === "basic" && wanted.userLevel === "basic");
  return baseHolds && wanted.requiredAddons.every((addon) => addons.includes(addon));
}
