import type { Standing } from "@idos/client";
import { words } from "../words.js";
import { Icon, type IconName } from "./icon.js";

type Tone = "good" | "warning" | "danger" | "quiet";

/** A status: icon, word and colour, never colour alone. */
export function Badge({ icon, tone, children }: { icon: IconName; tone: Tone; children: string }) {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

const LOOKS: Readonly<Record<Standing, readonly [IconName, Tone]>> = {
  valid: ["valid", "good"],
  expiring: ["clock", "warning"],
  expired: ["wrong", "danger"],
  revoked: ["wrong", "danger"],
  pending: ["clock", "warning"],
  unknown: ["question", "quiet"],
};

export function StandingBadge({ standing }: { standing: Standing }) {
  const [icon, tone] = LOOKS[standing];
  return (
    <Badge icon={icon} tone={tone}>
      {words.standing[standing]}
    </Badge>
  );
}
