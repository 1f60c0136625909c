import { useState } from "preact/hooks";
import type { AskOf } from "../asks.js";
import { sizeOf, WORDS } from "../words.js";
import type { Desk } from "./desk.js";
import { Asker, Fields, hostOf, Problem, Title, titleOf, Warning, YesNo } from "./parts.js";

/** The page would see content: said for each one, and for each site. */
export function ReadScreen({ ask, desk }: { ask: AskOf<"read">; desk: Desk }) {
  const only = ask.items.length === 1 ? ask.items[0] : undefined;
  const [ticked, setTicked] = useState<readonly string[]>(only ? [only.fingerprint] : []);
  const [whole, setWhole] = useState(false);
  const [problem, setProblem] = useState<string>();
  const allow = () => {
    if (ticked.length === 0 && !whole) {
      setProblem(WORDS.read.none);
      return;
    }
    void desk.allowReads(ask, whole ? "all" : [...ticked]);
  };
  const toggle = (fingerprint: string) =>
    setTicked((now) =>
      now.includes(fingerprint)
        ? now.filter((each) => each !== fingerprint)
        : [...now, fingerprint],
    );
  return (
    <main>
      <Title>{WORDS.read.title}</Title>
      <Asker origin={ask.origin}>{WORDS.read.who(ask.items.length)}</Asker>
      <Warning>{WORDS.read.warning}</Warning>
      {ask.items.map(({ fingerprint, summary }) => (
        <div class="card" key={fingerprint}>
          {only ? (
            <p>
              <strong>{titleOf(summary)}</strong> <span class="quiet">{sizeOf(summary.bytes)}</span>
            </p>
          ) : (
            <div class="tick">
              <input
                id={fingerprint}
                type="checkbox"
                checked={ticked.includes(fingerprint)}
                onChange={() => toggle(fingerprint)}
              />
              <label for={fingerprint}>
                <strong>{titleOf(summary)}</strong>{" "}
                <span class="quiet">{sizeOf(summary.bytes)}</span>
              </label>
            </div>
          )}
          {summary.fields.length > 0 ? (
            <details open={only !== undefined}>
              <summary>{WORDS.read.contains(summary.fields.length)}</summary>
              <Fields names={summary.fields} />
            </details>
          ) : null}
        </div>
      ))}
      {ask.whole ? (
        <div class="tick">
          <input
            id="whole"
            type="checkbox"
            checked={whole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          <label for="whole">{WORDS.read.all}</label>
        </div>
      ) : null}
      <Problem id="problem" text={problem} />
      <YesNo
        yes={WORDS.read.allow(hostOf(ask.origin))}
        onYes={allow}
        onNo={() => void desk.decline(ask)}
      />
    </main>
  );
}

/** Questions about private fields: each answer tells the page something. */
export function FilterScreen({ ask, desk }: { ask: AskOf<"filter">; desk: Desk }) {
  return (
    <main>
      <Title>{WORDS.filter.title}</Title>
      <Asker origin={ask.origin}>{WORDS.filter.who(ask.count)}</Asker>
      <div class="card">
        <h2>{WORDS.filter.fields}</h2>
        <Fields names={ask.paths} />
      </div>
      <Warning>{WORDS.filter.warning}</Warning>
      <YesNo
        yes={WORDS.filter.allow(hostOf(ask.origin))}
        onYes={() => void desk.allowQuestions(ask)}
        onNo={() => void desk.decline(ask)}
      />
    </main>
  );
}

/** A page's own question, as plain text. */
export function ConfirmScreen({ ask, desk }: { ask: AskOf<"confirm">; desk: Desk }) {
  return (
    <main>
      <Title>{WORDS.confirm.title}</Title>
      <Asker origin={ask.origin}>{WORDS.confirm.who}</Asker>
      <blockquote>{ask.message}</blockquote>
      <YesNo
        yes={WORDS.confirm.yes}
        no={WORDS.confirm.no}
        onYes={() => void desk.allow(ask, "confirmed")}
        onNo={() => void desk.decline(ask)}
      />
    </main>
  );
}
