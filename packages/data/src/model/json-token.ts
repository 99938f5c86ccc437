const word = /[-+.\w]+/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![-+.\w])/y;
const literal = /(?:true|false|null)(?![-+.\w])/y;
const escaped = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/** One token of JSON. "cut" is one that the end of the text cuts short, "wrong" one that JSON does not have. */
export interface JsonToken {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'literal' | 'cut' | 'wrong';
  /** Where the token ends; for a wrong one, where it goes wrong. */
  readonly end: number;
}

/**
 * The token of a text that starts at a place, where no white space is.
 *
 * @returns its kind and its end
 */
export function jsonToken(text: string, at: number): JsonToken {
  const character = text[at]!;
  switch (character) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return { kind: character, end: at + 1 };
    case '"':
      return stringToken(text, at);
    default:
      return wordToken(text, at);
  }
}

function wordToken(text: string, at: number): JsonToken {
  const numberEnd = endOf(number, text, at);
  if (numberEnd > at) return { kind: 'number', end: numberEnd };
  const literalEnd = endOf(literal, text, at);
  if (literalEnd > at) return { kind: 'literal', end: literalEnd };
  const end = endOf(word, text, at);
  return end === text.length ? { kind: 'cut', end } : { kind: 'wrong', end: at };
}

function stringToken(text: string, start: number): JsonToken {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at]! < ' ') return { kind: 'wrong', end: at };
    const end = text[at] === '\\' ? endOf(escaped, text, at) : at + 1;
    // An escape is at most six characters: of one that is not complete, the end of the text may be the reason.
    if (end === at)
      return at + 6 > text.length ? { kind: 'cut', end: text.length } : { kind: 'wrong', end: at };
    at = end;
  }
  return at < text.length ? { kind: 'string', end: at + 1 } : { kind: 'cut', end: at };
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
