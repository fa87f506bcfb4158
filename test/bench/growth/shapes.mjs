const WORDS =
  'the council found that a new bridge over the old harbour costs nearly four million euros this year'.split(' ')

const words = (count) => Array.from({ length: count }, (_, index) => WORDS[index % WORDS.length]).join(' ')

const oneSentence = (text) => `# Growth\n\n${text}.\n`

/**
 * Kinds of content of which a sentence, a line or a block may contain far too much. `make` writes a document with n of
 * them.
 */
export const shapes = [
  { name: 'words', path: 'talk.md', size: 1_000, make: (n) => oneSentence(words(n)) },
  {
    name: 'parentheses',
    path: 'talk.md',
    size: 150,
    make: (n) => oneSentence(`They said ${'it (all of it) '.repeat(n)}`),
  },
  {
    name: 'citations',
    path: 'talk.md',
    size: 100,
    make: (n) => oneSentence(`They said ${'so, as Smith (1901) found, '.repeat(n)}`),
  },
  {
    name: 'marks-of-sources',
    path: 'talk.txt',
    size: 5_000,
    make: (n) => `Growth\n\n${Array.from({ length: n }, (_, index) => `They said no.[${index % 999}] `).join('')}\n`,
  },
  { name: 'commas', path: 'talk.md', size: 300, make: (n) => oneSentence(`They saw ${'boats, '.repeat(n)} and birds`) },
  {
    name: 'conjunctions',
    path: 'talk.md',
    size: 200,
    make: (n) => oneSentence(`They came ${'and the boats left '.repeat(n)}`),
  },
  {
    name: 'quotation-marks',
    path: 'talk.md',
    size: 200,
    make: (n) => oneSentence(`They said ${'“no” and '.repeat(n)}yes`),
  },
  {
    name: 'nested-brackets',
    path: 'talk.md',
    size: 200,
    make: (n) => oneSentence(`They said ${'(so '.repeat(n)}${')'.repeat(n)}`),
  },
  { name: 'bare-brackets', path: 'talk.txt', size: 1_000, make: (n) => `Growth\n\n${'(a) '.repeat(n)}\n` },
  { name: 'line', path: 'talk.txt', size: 25_000, make: (n) => `Growth\n\n${'x'.repeat(n)}\n` },
  { name: 'line-of-words', path: 'talk.txt', size: 2_500, make: (n) => `Growth\n\n${words(n)}\n` },
  { name: 'line-of-marks', path: 'talk.md', size: 400, make: (n) => `# Growth\n\nSome words.\n\n${'- '.repeat(n)}\n` },
  {
    name: 'one-sentence-again',
    path: 'talk.txt',
    size: 500,
    make: (n) => `Growth\n\n${'The keeper opens the gate at noon. '.repeat(n)}\n`,
  },
  {
    name: 'sentences',
    path: 'talk.txt',
    size: 400,
    make: (n) =>
      `Growth\n\n${Array.from({ length: n }, (_, index) => `The keeper of gate ${index} opens it at noon for ${words(index % 9)} boats.`).join(' ')}\n`,
  },
  {
    name: 'headings',
    path: 'talk.md',
    size: 1_200,
    make: (n) => Array.from({ length: n }, (_, index) => `## Gate ${index}\n\nIt opens at ${index}.\n`).join('\n'),
  },
  {
    name: 'bare-headings',
    path: 'talk.md',
    size: 500,
    make: (n) => Array.from({ length: n }, (_, index) => `## Gate ${index}\n`).join('\n'),
  },
  {
    name: 'one-word-paragraphs',
    path: 'talk.txt',
    size: 3_200,
    make: (n) => Array.from({ length: n }, (_, index) => `Gate${index}`).join('\n\n'),
  },
  {
    name: 'items',
    path: 'talk.md',
    size: 400,
    make: (n) => `# Growth\n\n${Array.from({ length: n }, (_, index) => `- gate ${index} opens`).join('\n')}\n`,
  },
  {
    name: 'cells',
    path: 'talk.md',
    size: 500,
    make: (n) => `# Growth\n\n${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|b'.repeat(n)}|\n`,
  },
  { name: 'rows', path: 'talk.md', size: 500, make: (n) => `# Growth\n\n|a|b|\n|-|-|\n${'|one|two|\n'.repeat(n)}` },
  {
    name: 'code-lines',
    path: 'talk.md',
    size: 1_000,
    make: (n) => `# Growth\n\n\`\`\`js\n${'const a = 1 // one\n'.repeat(n)}\`\`\`\n`,
  },
  {
    name: 'code-line',
    path: 'talk.md',
    size: 5_000,
    make: (n) => `# Growth\n\n\`\`\`js\nf(${'a, '.repeat(n)})\n\`\`\`\n`,
  },
  { name: 'formula', path: 'talk.md', size: 500, make: (n) => `# Growth\n\n$$\n${'x^2 + '.repeat(n)}y\n$$\n` },
  {
    name: 'inline-formulas',
    path: 'talk.md',
    size: 300,
    make: (n) => oneSentence(`They are ${'$x^2$ and '.repeat(n)}$y$`),
  },
  {
    name: 'emphasis',
    path: 'talk.md',
    size: 300,
    make: (n) => oneSentence(`They are ${'*so* and **too** '.repeat(n)}`),
  },
  {
    name: 'links',
    path: 'talk.md',
    size: 300,
    make: (n) => oneSentence(`They are ${'[so](http://a.example) and '.repeat(n)}`),
  },
  {
    name: 'footnotes',
    path: 'talk.md',
    size: 200,
    make: (n) =>
      `${oneSentence(`They are ${Array.from({ length: n }, (_, index) => `so[^${index}]`).join(' ')}`)}\n${Array.from({ length: n }, (_, index) => `[^${index}]: That is ${index}.`).join('\n')}\n`,
  },
  {
    name: 'page-spans',
    path: 'talk.html',
    size: 500,
    make: (n) => `<h1>Growth</h1><p>${'They <b>are</b> <i>so</i> and '.repeat(n)}.</p>`,
  },
  {
    name: 'page-paragraphs',
    path: 'talk.html',
    size: 500,
    make: (n) => `<h1>Growth</h1>${'<p>They are so.</p>'.repeat(n)}`,
  },
  {
    name: 'page-breaks',
    path: 'talk.html',
    size: 1_000,
    make: (n) => `<h1>Growth</h1><div>${'They are so.<br>'.repeat(n)}</div>`,
  },
]
