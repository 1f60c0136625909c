import { short } from "../dates.js";
import { words } from "../words.js";
import { useAnnounce } from "./announcer.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/** An address or key, shortened, with the whole of it to copy. */
export function Identifier({ text, what }: { text: string; what: string }) {
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
  };
  return (
    <span className="identifier">
      <code title={text}>{short(text)}</code>
      <Button kind="quiet" label={words.copy(what)} onPress={() => void copy()}>
        <Icon name="copy" />
      </Button>
    </span>
  );
}
