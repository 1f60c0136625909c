import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ACTIONS, VIEWS } from "../src/catalogue.js";
import { vectors } from "./vectors.js";

const Listed = v.array(
  v.object({
    name: v.string(),
    kind: v.string(),
    description: v.nullish(v.string(), ""),
    parameters: v.array(v.object({ name: v.string(), type: v.string(), nullable: v.boolean() })),
  }),
);
const listed = new Map(vectors("actions.json", Listed).map((entry) => [entry.name, entry]));

const wire = ({ type, nullable }: { type: string; nullable: boolean }) =>
  nullable ? `optional${type.charAt(0).toUpperCase()}${type.slice(1)}` : type;
const parameters = (name: string) =>
  listed.get(name)?.parameters.map((parameter) => [parameter.name, wire(parameter)]);

describe("the catalogue", () => {
  it.each(Object.entries(ACTIONS))("%s_takes_and_says_what_the_network_lists", (name, action) => {
    expect(Object.entries(action.takes)).toEqual(parameters(name));
    expect(action.says).toBe(listed.get(name)?.description);
  });

  it.each(Object.entries(VIEWS))("%s_takes_what_the_network_lists", (name, takes) => {
    expect(Object.entries(takes)).toEqual(parameters(name));
  });
});
