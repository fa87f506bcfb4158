import { prose, sentence, signs, word } from './words.mjs'

/** Makes a text without markup: headings, paragraphs, lists and tables as people type them. */
export function plain(random) {
  const blocks = random.times(random.between(0, random.chance(0.1) ? 60 : 16), () => random.pick(BLOCKS)(random))
  const ends = random.pick(['\n\n', '\n\n', '\n', '\r\n', '\n\n\n'])
  return blocks.join(ends)
}

const oneLine = (text) => text.replace(/\s+/g, ' ')

const wrapped = (random) => prose(random).replace(/(.{50,70}) /g, '$1\n')

const BLOCKS = [
  prose,
  prose,
  prose,
  wrapped,
  (random) => oneLine(random.times(random.between(1, 6), () => word(random)).join(' ')),
  (random) => oneLine(sentence(random)).toUpperCase(),
  (random) => `${random.between(1, 12)}. ${oneLine(sentence(random))}`,
  (random) => random.times(random.between(1, 8), (index) => `${index + 1}) ${oneLine(prose(random))}`).join('\n'),
  (random) =>
    random
      .times(random.between(1, 8), () => `${random.pick(['-', '*', '•', '–'])} ${oneLine(prose(random))}`)
      .join('\n'),
  (random) => random.times(random.between(1, 8), () => random.times(4, () => word(random)).join('\t')).join('\n'),
  (random) => random.times(random.between(1, 6), () => `    ${oneLine(prose(random))}`).join('\n'),
  (random) => `${word(random)}: ${oneLine(prose(random))}\n${word(random)}: ${oneLine(prose(random))}`,
  (random) => `> ${oneLine(prose(random))}`,
  (random) => random.pick(['* * *', '----', '====', '\f', '\u2028', '']),
  (random) => signs(random),
  (random) => `${random.pick(['(', '[', '- ', '"', ', ', 'and ', 'a '])}`.repeat(random.between(1, 60)),
]
