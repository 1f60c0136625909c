import type { Attribute } from "@idos/client";
import { useReload } from "../data/queries.js";
import { useAnnounce } from "../parts/announcer.js";
import { Button } from "../parts/button.js";
import { FailureNote } from "../parts/failure.js";
import { useWork } from "../parts/use-work.js";
import { useMe } from "../session/context.js";
import { words } from "../words.js";

/** What a person keeps in the open. */
export function AttributeList({ attributes }: { attributes: readonly Attribute[] }) {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const { isRunning, error, run } = useWork();
  const remove = ({ id, attribute_key }: Attribute) =>
    run(async () => {
      await me.attributes.remove(id);
      announce(words.data.removedAttribute(attribute_key));
      await reload();
    });
  return (
    <section className="card stack" aria-labelledby="in-the-open">
      <h2 id="in-the-open">{words.data.attributes}</h2>
      <p className="quiet">{words.data.attributesNote}</p>
      {error !== null && <FailureNote error={error} />}
      <dl className="facts">
        {attributes.map((attribute) => (
          <div key={attribute.id}>
            <dt>{attribute.attribute_key}</dt>
            <dd>
              {attribute.value}{" "}
              <Button
                kind="quiet"
                disabled={isRunning}
                label={words.data.removeAttribute(attribute.attribute_key)}
                onPress={() => void remove(attribute)}
              >
                {words.wallets.removeShort}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
