import { describe, expect, it } from "vitest";
import { ascii85, readContent } from "../src/opened/content.js";

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes) : null);

describe("ascii85", () => {
  it.each([
    ["<~;e9cWBk7~>", "Selfie"],
    ["<~BOu!rDZ~>", "hello"],
    ["<~~>", ""],
    ["<~z~>", "\0\0\0\0"],
  ])("%s_is_%j", (encoded, expected) => {
    expect(text(ascii85(encoded))).toBe(expected);
  });

  it.each(["<~BOu!rDZ", "<~v~>", "<~!~>", "<~uuuuu~>", "BOu"])("%s_is_nothing", (encoded) => {
    expect(ascii85(encoded)).toBeNull();
  });
});

describe("the reader", () => {
  const rows = (value: unknown) => {
    const read = readContent(utf8(JSON.stringify(value)));
    return "rows" in read ? read.rows : [];
  };

  it.each(["not json", "7", "null"])("%j_is_not_a_document", (content) => {
    expect(readContent(utf8(content))).toEqual({ problem: "not-json" });
  });

  it("shows_the_subject_first_and_no_machinery", () => {
    const credentialSubject = { firstName: "Ada" };
    const document = { "@context": ["x"], proof: { a: 1 }, level: "basic", credentialSubject };
    expect(rows(document)).toEqual([
      { kind: "text", name: "firstName", value: "Ada" },
      { kind: "text", name: "level", value: "basic" },
    ]);
  });

  it("takes_only_pictures_that_carry_no_script_for_pictures", () => {
    const svg = `data:image/svg+xml;base64,${btoa("<svg onload='alert(1)'/>")}`;
    const gif = `data:image/gif;base64,${btoa("GIF89a")}`;
    const kinds = rows({ credentialSubject: { svg, gif } }).map(({ kind }) => kind);
    expect(kinds).toEqual(["file", "picture"]);
  });

  it("keeps_a_value_that_only_looks_like_a_file_as_text", () => {
    expect(rows({ credentialSubject: { note: "<~ not a file" } })).toEqual([
      { kind: "text", name: "note", value: "<~ not a file" },
    ]);
  });
});
