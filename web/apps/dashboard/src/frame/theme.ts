import * as v from "valibot";

const Theme = v.picklist(["system", "light", "dark"]);
export type Theme = v.InferOutput<typeof Theme>;
const KEY = "idos-theme";

export function theme(): Theme {
  const kept = v.safeParse(Theme, localStorage.getItem(KEY));
  return kept.success ? kept.output : "system";
}

export function applyTheme(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  document.documentElement.dataset["theme"] = chosen;
}
