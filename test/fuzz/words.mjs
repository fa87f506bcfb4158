/** Sentences, words and signs that articles consist of, and some that no article should contain. */

export function word(random) {
  return random.chance(0.1) ? random.pick(ODD_WORDS) : random.pick(WORDS)
}

export function sentence(random) {
  if (random.chance(0.25)) return random.pick(SENTENCES)
  const words = random.times(random.between(1, random.chance(0.05) ? 120 : 24), () =>
    random.chance(0.08) ? joined(random) : word(random),
  )
  const [first = '', ...rest] = words
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${rest.map((each) => ` ${each}`).join('')}${random.pick(ENDS)}`
}

export function prose(random) {
  return random.times(random.between(1, 6), () => sentence(random)).join(random.pick([' ', ' ', ' ', '  ', '\n', '']))
}

export function signs(random) {
  return random.times(random.between(1, 12), () => random.pick(SIGNS)).join('')
}

/** An aside in brackets, quotation marks, dashes or commas. */
function joined(random) {
  const inner = random.times(random.between(1, 5), () => word(random)).join(' ')
  const [open, close] = random.pick(PAIRS)
  return `${open}${inner}${close}`
}

const WORDS = (
  'the a of to and in that is was for on with as by at from this they which it he she not never only may likely ' +
  'however therefore although because if unless council harbour bridge tide report river boats keeper lock gate ' +
  'water minutes people city plan costs euros percent 38% 2019 1,200 $3.50 4.5 million Dr. Smith Rutte NATO U.S. ' +
  'reported said argued found measured built closed opens rises falls nearly reportedly first second last new old'
).split(' ')

const ODD_WORDS = [
  'naïve',
  'Straße',
  'İstanbul',
  'ǆungla',
  'ßoden',
  'ﬁelds',
  'ŉ',
  'e\u0301te\u0301',
  '日本語',
  '潮位計は港にある',
  'قارب',
  'שלום',
  'नमस्ते',
  '👩‍👩‍👧‍👦',
  '🇳🇱',
  '\u200bword',
  'co\u00adoperate',
  'a\u00a0b',
  '\u202eevil\u202c',
  '\ufeff',
  '\u0007',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\ufffe',
  '\ud83d',
  'x'.repeat(300),
  'https://example.org/a_b_(c)?d=e&f',
  '$x^2$',
  '`code`',
  '*stars*',
  '_under_',
  '[link](http://a.example/)',
  '<b>bold</b>',
  '&amp;',
  '&#0;',
  '[^1]',
  '[1]',
  '(1901)',
  'a.m.',
  'e.g.',
  '...',
  '—',
  '"',
  '“',
  '(',
]

const SENTENCES = [
  'Furthermore, the plan, which cost 4 million euros, was likely approved by the council.',
  'One of the key issues is the state of the bridges.',
  'Let us say no more.',
  'It includes rivers, lakes and canals.',
  '"We did not know," said the mayor (who had been told).',
  'In conclusion, nothing was lost.',
  'However, no one — not even the driver — saw it…',
  'Dr. Smith paid $3.50 at 9 a.m. in the U.S.',
  'In 1987 the lock was closed; in 1990 it opened again, and in 2001 it closed for good.',
  'Some say yes, whereas others say no.',
  '日本語の文です。もう一つ。',
  'See Figure 1 below.',
  'As noted above, they never agreed',
  'a',
  '!?',
  '.',
]

const ENDS = ['.', '.', '.', '.', '.', '?', '!', ':', ';', '', '…', '.”', '."', '.)', '。']

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['— ', ' —'],
  [', ', ','],
  ['(', ''],
  ['', ')'],
  ['**', '**'],
  ['`', '`'],
  ['$', '$'],
  ['<i>', '</i>'],
]

const SIGNS = [
  ...'#*_-+=~`|<>[](){}!$&\\/:;,."\'^%@ \t\n',
  '\r\n',
  '\r',
  '---',
  '```',
  '$$',
  ':::',
  '<!--',
  '-->',
  '<script>',
  '</div>',
  '<table>',
  '![](',
  '](',
  '{% raw %}',
  '{{',
  '\u2028',
  '\u0001',
  '\u0080',
  '\ud800',
  '\udc00',
]
