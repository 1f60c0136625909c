import { useEffect, useState } from "react";
import { Button, size } from "../shared/parts.js";
import { words } from "../words.js";
import { drawnPicture, type PictureKind } from "./pictures.js";

type Props = {
  readonly kind: PictureKind;
  readonly file: File | null;
  readonly problem: string | undefined;
  readonly onChoose: (file: File | null) => void;
};

/** Chooses one picture and shows it; its name is shown as the words it is. */
export function PictureField({ kind, file, problem, onChoose }: Props) {
  const shown = useShown(problem === undefined ? file : null);
  const id = `picture-${kind}`;
  return (
    <div className="field">
      <strong>{words.acme.pictures[kind]}</strong>
      <div className="row">
        <input
          id={id}
          type="file"
          className="unseen"
          accept="image/png,image/jpeg,image/webp"
          aria-label={words.acme.chooseFor(words.acme.pictures[kind])}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem !== undefined}
          onChange={(event) => {
            onChoose(event.target.files?.[0] ?? null);
            event.target.value = ""; // the same file may be chosen again
          }}
        />
        <label htmlFor={id} className="button plain">
          {words.acme.choosePicture}
        </label>
        <Button onClick={() => void drawnPicture(kind).then(onChoose)}>
          {words.acme.samplePicture}
        </Button>
      </div>
      <small id={`${id}-hint`} className="quiet">
        {file ? `${file.name}, ${size(file.size)}` : words.acme.pictureHint}
      </small>
      {shown && <img className="preview" src={shown} alt={words.acme.pictures[kind]} />}
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

function useShown(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
