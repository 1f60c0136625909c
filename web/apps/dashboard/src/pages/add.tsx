import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { FieldError, Form, Input, Label, TextField } from "react-aria-components";
import { useReload } from "../data/queries.js";
import { dataUrl } from "../opened/data-url.js";
import { useAnnounce } from "../parts/announcer.js";
import { FailureNote } from "../parts/failure.js";
import { Icon } from "../parts/icon.js";
import { Page } from "../parts/page.js";
import { Progress } from "../parts/progress.js";
import { SubmitButton } from "../parts/submit-button.js";
import { useWork } from "../parts/use-work.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

const MAX_BYTES = 10 * 1024 * 1024;

export function AddPage() {
  return (
    <>
      <Link className="back" to="/">
        <Icon name="back" />
        {words.credential.back}
      </Link>
      <Page title={words.add.title} lead={words.add.lead}>
        <div className="stack">
          <AddDocument />
          <AddFact />
        </div>
      </Page>
    </>
  );
}

/** A form's card: what went wrong, and what is being done. */
function FormCard({
  title,
  note,
  children,
}: {
  title: string;
  note: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card stack">
      <h2>{title}</h2>
      {note}
      {children}
    </section>
  );
}

function AddDocument() {
  const me = useMe();
  const { enclave } = usePlace();
  const reload = useReload();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<{ title?: string; file?: string }>({});
  const { isRunning, error, run } = useWork();
  const { add } = words;
  const submit = () => {
    const found = {
      ...(title.trim() === "" ? { title: add.titleMissing } : {}),
      ...(file === null ? { file: add.fileMissing } : {}),
      ...(file !== null && file.size > MAX_BYTES ? { file: add.tooLarge } : {}),
    };
    setProblem(found);
    if (file === null || Object.keys(found).length > 0) {
      return;
    }
    void run(async () => {
      const document = { title, fileName: file.name, file: await dataUrl(file) };
      const issuanceDate = new Date().toISOString();
      const notes = { type: "document", title, self: true, status: "approved", issuanceDate };
      await me.credentials.addOwn(document, notes, enclave);
      announce(add.documentAdded(title));
      await navigate({ to: "/" });
      await reload();
    });
  };
  return (
    <FormCard title={add.document} note={<p className="quiet">{add.documentNote}</p>}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          className="field"
          value={title}
          onChange={setTitle}
          maxLength={100}
          isInvalid={problem.title !== undefined}
        >
          <Label>{add.documentTitle}</Label>
          <Input autoComplete="off" />
          <FieldError>{problem.title}</FieldError>
        </TextField>
        <div className="field">
          <label htmlFor="file">{add.documentFile}</label>
          <input
            id="file"
            type="file"
            aria-describedby="file-problem"
            aria-invalid={problem.file !== undefined}
            onChange={({ target }) => {
              const chosen = target.files?.[0] ?? null;
              setFile(chosen);
              const isLarge = chosen !== null && chosen.size > MAX_BYTES;
              setProblem((before) => ({
                ...(before.title === undefined ? {} : { title: before.title }),
                ...(isLarge ? { file: add.tooLarge } : {}),
              }));
            }}
          />
          <span id="file-problem" className="field-error" aria-live="polite">
            {problem.file}
          </span>
        </div>
        {error !== null && <FailureNote error={error} />}
        {isRunning && <Progress label={add.sealing} done={0} total={0} />}
        <SubmitButton pending={isRunning}>{add.documentButton}</SubmitButton>
      </Form>
    </FormCard>
  );
}

function AddFact() {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const [key, setKey] = useState("");
  const [value, setValue] = useState("");
  const [isAgreed, setAgreed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { isRunning, error, run } = useWork();
  const { add } = words;
  const submit = () => {
    const isMissing = key.trim() === "" || value.trim() === "";
    const found = isMissing ? add.factMissing : isAgreed ? null : add.factUnagreed;
    setProblem(found);
    if (found !== null) {
      return;
    }
    void run(async () => {
      await me.attributes.add(key.trim(), value.trim());
      announce(add.factAdded(key.trim()));
      setKey("");
      setValue("");
      setAgreed(false);
      await reload();
    });
  };
  const note = (
    <div className="note warning">
      <Icon name="warning" />
      <p>{add.factWarning}</p>
    </div>
  );
  return (
    <FormCard title={add.fact} note={note}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField className="field" value={key} onChange={setKey} maxLength={100}>
          <Label>{add.factKey}</Label>
          <Input autoComplete="off" />
        </TextField>
        <TextField className="field" value={value} onChange={setValue} maxLength={1000}>
          <Label>{add.factValue}</Label>
          <Input autoComplete="off" />
        </TextField>
        <label className="option">
          <input
            type="checkbox"
            checked={isAgreed}
            onChange={({ target }) => setAgreed(target.checked)}
          />
          {add.factAgree}
        </label>
        {problem !== null && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        {error !== null && <FailureNote error={error} />}
        <SubmitButton pending={isRunning}>{add.factButton}</SubmitButton>
      </Form>
    </FormCard>
  );
}
