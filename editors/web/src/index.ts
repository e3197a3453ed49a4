export { createChecker, type StartOptions } from './checker.ts';
export { createWorkerChecker, type WorkerOptions } from './client.ts';
export { PROTOCOL, type WasmSource } from './protocol.ts';
export type * from './types.ts';
