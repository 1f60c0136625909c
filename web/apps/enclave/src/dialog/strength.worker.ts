import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as en from "@zxcvbn-ts/language-en";
import * as v from "valibot";

const Question = v.object({ id: v.number(), password: v.string() });
const MEASURED_LENGTH = 100;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...en.dictionary },
  graphs: common.adjacencyGraphs,
});

self.onmessage = ({ data }) => {
  const { id, password } = v.parse(Question, data);
  const { score } = estimator.check(password.slice(0, MEASURED_LENGTH));
  self.postMessage({ id, score });
};
