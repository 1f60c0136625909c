import { MalformedError, Reader } from "./reader.js";
import { decodeValue, type EncodedValue, writeValue } from "./value.js";
import { Writer } from "./writer.js";

/** A call of a view. */
export type ActionCall = {
  readonly namespace: string;
  readonly action: string;
  readonly args: readonly EncodedValue[];
};

/** One or more runs of an action in one transaction, all or nothing. */
export type ActionExecution = {
  readonly namespace: string;
  readonly action: string;
  readonly calls: readonly (readonly EncodedValue[])[];
};

export function encodeActionCall(call: ActionCall): Uint8Array {
  const writer = new Writer().u16(0).text(call.namespace).text(call.action);
  return args(writer, call.args).toBytes();
}

export function encodeActionExecution(execution: ActionExecution): Uint8Array {
  const writer = new Writer().u16(0).text(execution.namespace).text(execution.action);
  writer.u16(execution.calls.length);
  for (const call of execution.calls) {
    args(writer, call);
  }
  return writer.toBytes();
}

export function decodeActionCall(bytes: Uint8Array): ActionCall {
  const reader = start(bytes);
  const call = { namespace: reader.text(), action: reader.text(), args: readArgs(reader) };
  reader.end();
  return call;
}

export function decodeActionExecution(bytes: Uint8Array): ActionExecution {
  const reader = start(bytes);
  const namespace = reader.text();
  const action = reader.text();
  const calls: EncodedValue[][] = [];
  for (let count = reader.u16(); count > 0; count--) {
    calls.push(readArgs(reader));
  }
  reader.end();
  return { namespace, action, calls };
}

function start(bytes: Uint8Array): Reader {
  const reader = new Reader(bytes);
  const version = reader.u16();
  if (version !== 0) {
    throw new MalformedError(`unsupported version ${version}`);
  }
  return reader;
}

function args(writer: Writer, values: readonly EncodedValue[]): Writer {
  writer.u16(values.length);
  for (const value of values) {
    writer.bytes(writeValue(new Writer(), value));
  }
  return writer;
}

function readArgs(reader: Reader): EncodedValue[] {
  const values: EncodedValue[] = [];
  for (let count = reader.u16(); count > 0; count--) {
    values.push(decodeValue(reader.presentBytes()));
  }
  return values;
}
