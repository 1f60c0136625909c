/** The words between a page, the enclave's frame and the person: one table, read on both sides. */
export * from "./bridge.js";
export * from "./consumer-proof.js";
export * from "./criteria.js";
export * from "./methods.js";
export * from "./refusal.js";
export * from "./signature.js";
export * from "./values.js";
