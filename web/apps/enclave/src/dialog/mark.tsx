import { useState } from "preact/hooks";
import type { Mark } from "../vault/records.js";
import { WORDS } from "../words.js";
import { Problem, Title } from "./parts.js";
import { PICTURES, Picture, suggestedPhrase, suggestedPicture } from "./pictures.js";

/** The person chooses what an imitation cannot know. */
export function MarkScreen({ onChosen }: { onChosen: (mark: Mark) => Promise<void> }) {
  const [picture, setPicture] = useState(suggestedPicture);
  const [phrase, setPhrase] = useState(suggestedPhrase);
  const [problem, setProblem] = useState<string>();
  const choose = () => {
    const words = phrase.trim();
    if (words === "") {
      setProblem(WORDS.mark.empty);
      return;
    }
    void onChosen({ picture, phrase: words });
  };
  return (
    <main>
      <Title>{WORDS.mark.title}</Title>
      <p>{WORDS.mark.why}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <fieldset class="field">
          <legend class="label">{WORDS.mark.pictures}</legend>
          <div class="pictures">
            {PICTURES.map(({ index, name }) => (
              <label key={name} title={name}>
                <input
                  type="radio"
                  name="picture"
                  checked={picture === index}
                  onChange={() => setPicture(index)}
                />
                <span class="visually-hidden">{name}</span>
                <Picture of={index} />
              </label>
            ))}
          </div>
        </fieldset>
        <div class="field">
          <label for="phrase">{WORDS.mark.phrase}</label>
          <input
            id="phrase"
            value={phrase}
            maxLength={40}
            autocomplete="off"
            aria-invalid={problem !== undefined}
            aria-describedby="phrase-hint phrase-problem"
            onInput={(event) => setPhrase(event.currentTarget.value)}
          />
          <p id="phrase-hint" class="quiet small">
            {WORDS.mark.phraseHint}
          </p>
          <Problem id="phrase-problem" text={problem} />
        </div>
        <div class="buttons">
          <button type="submit" class="button primary">
            {WORDS.mark.keep}
          </button>
        </div>
      </form>
    </main>
  );
}
