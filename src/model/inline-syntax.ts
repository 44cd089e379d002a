import { parse, postprocess, preprocess } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { directive } from 'micromark-extension-directive';

/** One step of micromark's token stream: enter or exit of a token. */
export type Event = ReturnType<typeof postprocess>[number];
export type Token = Event[1];
type Extension = NonNullable<NonNullable<Parameters<typeof parse>[0]>['extensions']>[number];
type Construct = Exclude<NonNullable<Extension['text']>[string], undefined | unknown[]>;
type State = ReturnType<Construct['tokenize']>;

/** Names of our own tokens; micromark's types know only its own. */
const tokenType = (name: string) => name as Token['type'];
export const NOTE_CALL = tokenType('noteCall');
const NOTE_CALL_MARKER = tokenType('noteCallMarker');
const NOTE_CALL_ID = tokenType('noteCallId');

const [CARET, OPEN, CLOSE] = [94, 91, 93];

/**
 * `[^id]`: a note mark. The footnotes of GFM are marks only where the same text holds the definition, and ours stand
 * under `notes`; so any id is a mark here, and one that is not defined is an error that can be told.
 */
const noteCall: Construct = {
  name: 'noteCall',
  tokenize(effects, ok, nok) {
    const id: State = (code) => {
      if (code === CLOSE) {
        effects.exit(NOTE_CALL_ID);
        effects.enter(NOTE_CALL_MARKER);
        effects.consume(code);
        effects.exit(NOTE_CALL_MARKER);
        effects.exit(NOTE_CALL);
        return ok;
      }
      if (code === null || code === OPEN || code <= 32) return nok(code);
      effects.consume(code);
      return id;
    };
    const first: State = (code) => {
      if (code === CLOSE) return nok(code);
      effects.enter(NOTE_CALL_ID);
      return id(code);
    };
    const caret: State = (code) => {
      if (code !== CARET) return nok(code);
      effects.consume(code);
      effects.exit(NOTE_CALL_MARKER);
      return first;
    };
    return (code) => {
      effects.enter(NOTE_CALL);
      effects.enter(NOTE_CALL_MARKER);
      effects.consume(code);
      return caret;
    };
  },
};

/** Inline constructs of CommonMark that mean nothing here: their characters stay text. */
const DISABLED = [
  'autolink', // an address is a link only where the author makes one
  'htmlText', // no markup but our own
  'codeText', // no resolution sets code
  'characterReference', // &amp; in a resolution is that text
  'hardBreakEscape', // a text has no lines
  'labelStartImage', // ![…] is an exclamation mark and brackets
];

const textDirective: Extension['text'] = directive().text ?? {};

const extensions: Extension[] = [
  cjkFriendlyExtension(),
  { text: textDirective },
  { text: { [OPEN]: noteCall } },
  { disable: { null: DISABLED } },
];

let parser: ReturnType<typeof parse> | undefined;

/**
 * Tokens of one paragraph's inline marks: emphasis by CommonMark with its rules for Chinese, links, backslash escapes,
 * text directives, note marks. Only micromark's text tokenizer runs, so a paragraph may begin `1.`, `-` or `#`.
 * Offsets count UTF-16 units of `paragraph`, which holds no line ends and no tabs.
 */
export function tokenizeInline(paragraph: string): Event[] {
  parser ??= parse({ extensions });
  const chunks = preprocess()(paragraph, undefined, true);
  return postprocess(parser.text().write(chunks));
}
