/** What our pages share: their look, how a person comes in, and the door to the enclave. */
export { EnclaveDoor, type Far } from "./door.js";
export { EnclavePanel } from "./enclave-panel.js";
export { Visit, type VisitState } from "./visit.js";
