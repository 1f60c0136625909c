import { words } from "../words.js";

export type FieldName = keyof typeof words.acme.fields;
export type FieldValues = Readonly<Record<FieldName, string>>;

export const FIELD_NAMES = Object.keys(words.acme.fields) as FieldName[];

export const isField = (name: string): name is FieldName => name in words.acme.fields;

const COUNTRIES: readonly FieldName[] = ["nationality", "idDocumentCountry"];
const OPTIONAL: readonly FieldName[] = ["email", "nationality", "idDocumentDateOfExpiry"];
export const isOptional = (name: FieldName) => OPTIONAL.includes(name);
export const isDate = (name: FieldName) =>
  name === "dateOfBirth" || name === "idDocumentDateOfExpiry";

export const EMPTY: FieldValues = {
  firstName: "",
  familyName: "",
  dateOfBirth: "",
  nationality: "",
  email: "",
  idDocumentType: "PASSPORT",
  idDocumentCountry: "",
  idDocumentNumber: "",
  idDocumentDateOfExpiry: "",
};

export const SAMPLE: FieldValues = {
  firstName: "Ada",
  familyName: "Example",
  dateOfBirth: "1990-04-12",
  nationality: "PT",
  email: "ada@example.org",
  idDocumentType: "PASSPORT",
  idDocumentCountry: "PT",
  idDocumentNumber: "X0000000",
  idDocumentDateOfExpiry: "2034-01-31",
};

/** What is wrong with a field; nothing if it will do. The server looks at it again. */
export function fieldProblem(name: FieldName, value: string): string | null {
  if (value.trim() === "") {
    return isOptional(name) ? null : words.acme.missing;
  }
  return COUNTRIES.includes(name) && !/^[A-Z]{2}$/.test(value) ? words.acme.country : null;
}

/** The fields that were filled in. */
export const filled = (values: FieldValues) =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ""),
  );
