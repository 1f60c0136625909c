import type { LoggedIn } from "@idos/client";
import { type FormEvent, useState } from "react";
import { FailureNote } from "../shared/failure.js";
import type { Place } from "../shared/open.js";
import { Button, Working } from "../shared/parts.js";
import { words } from "../words.js";
import {
  EMPTY,
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
  fieldProblem,
  filled,
  isDate,
  isField,
  isOptional,
  SAMPLE,
} from "./fields.js";
import { PictureField } from "./picture-field.js";
import { pictureProblem } from "./pictures.js";
import { type Step, submit } from "./submit.js";
import type { CaseStatus, Issuer } from "./wire.js";

type Props = {
  readonly place: Place;
  readonly me: LoggedIn;
  readonly issuer: Issuer;
  readonly replaces: string | null;
  readonly onSent: (status: CaseStatus) => void;
};

type Problems = Partial<Record<FieldName | "document" | "selfie", string>>;

/** The form: data, two pictures, and what the person allows. */
export function Apply({ place, me, issuer, replaces, onSent }: Props) {
  const [values, setValues] = useState<FieldValues>(EMPTY);
  const [documentFile, setDocumentFile] = useState<File | null>(null);
  const [selfie, setSelfie] = useState<File | null>(null);
  const [personhood, setPersonhood] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [step, setStep] = useState<Step | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const check = (): Problems => {
    const found: Problems = {};
    for (const name of FIELD_NAMES) {
      const problem = fieldProblem(name, values[name]);
      if (problem) {
        found[name] = problem;
      }
    }
    const documentProblem = pictureProblem(documentFile, issuer.largestPicture);
    const selfieProblem = pictureProblem(selfie, issuer.largestPicture);
    if (documentProblem) {
      found.document = documentProblem;
    }
    if (selfieProblem) {
      found.selfie = selfieProblem;
    } else if ((documentFile?.size ?? 0) + (selfie?.size ?? 0) > issuer.largestPair) {
      found.selfie = words.acme.pairTooLarge;
    }
    return found;
  };

  /** What was wrong with a field is not said of what stands there now. */
  const change = (next: FieldValues) => {
    setValues(next);
    const isSame = ([name]: [string, string]) => !isField(name) || next[name] === values[name];
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(isSame)));
  };

  const choose = (kind: "document" | "selfie", file: File | null) => {
    const problem = file ? pictureProblem(file, issuer.largestPicture) : null;
    setProblems(({ [kind]: _, ...others }) => (problem ? { ...others, [kind]: problem } : others));
    kind === "document" ? setDocumentFile(file) : setSelfie(file);
  };

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    setProblems(found);
    if (Object.keys(found).length > 0 || !documentFile || !selfie) {
      return;
    }
    setFailure(null);
    try {
      const pictures = { document: documentFile, selfie };
      const application = { data: filled(values), pictures, personhood, replaces };
      onSent(await submit(me, place.enclave, issuer, application, setStep));
    } catch (error) {
      setFailure(error);
    } finally {
      setStep(null);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={(event) => void onSubmit(event)}>
      <div className="row spread">
        <h2>{words.acme.form}</h2>
        <Button onClick={() => change(SAMPLE)}>{words.acme.sample}</Button>
      </div>
      <div className="fields">
        {FIELD_NAMES.map((name) => (
          <Field
            key={name}
            name={name}
            value={values[name]}
            problem={problems[name]}
            onChange={(value) => change({ ...values, [name]: value })}
          />
        ))}
      </div>
      <div className="fields">
        <PictureField
          kind="document"
          file={documentFile}
          problem={problems.document}
          onChoose={(file) => choose("document", file)}
        />
        <PictureField
          kind="selfie"
          file={selfie}
          problem={problems.selfie}
          onChoose={(file) => choose("selfie", file)}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={personhood}
          onChange={(event) => setPersonhood(event.target.checked)}
        />
        {words.acme.personhood}
      </label>
      <div className="note">
        <h3>{words.acme.what}</h3>
        <p>{words.acme.whatText}</p>
      </div>
      {failure !== null && <FailureNote error={failure} />}
      {step ? (
        <Working>
          {step.step === "signing" ? words.acme.signing : words.acme.sending(step.at)}
        </Working>
      ) : (
        <Button kind="primary" type="submit">
          {words.acme.button}
        </Button>
      )}
    </form>
  );
}

type FieldProps = {
  readonly name: FieldName;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
};

function Field({ name, value, problem, onChange }: FieldProps) {
  const id = `field-${name}`;
  const shared = {
    id,
    value,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-problem`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {words.acme.fields[name]}
        {isOptional(name) && <small className="quiet"> ({words.optional})</small>}
      </label>
      {name === "idDocumentType" ? (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          {Object.entries(words.acme.documents).map(([type, label]) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={isDate(name) ? "date" : name === "email" ? "email" : "text"}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
