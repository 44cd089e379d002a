/** What programs may use; all else may change between versions. */
export type { Diagnostic, Hint, Outcome, Severity, Stage } from './diagnostics.ts';
export { hasErrors } from './diagnostics.ts';
export { FORMATS, type Format } from './formats.ts';
export { fileInputs, type Inputs, memoryInputs } from './inputs.ts';
export {
  type Draft,
  draft,
  layOut,
  openWorkshop,
  type Product,
  typeset,
  type Workshop,
} from './pipeline.ts';
export { type Position, positionAt, type Source, type SourceId, type Span } from './source.ts';
export { openTranscript, type Transcript } from './transcript.ts';
