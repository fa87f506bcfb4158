import { prose, sentence, signs, word } from './words.mjs'

/** Makes a web page: blocks among furniture, with some tags in the wrong place. */
export function html(random) {
  const body = random.times(random.between(0, 16), () => block(random, 0)).join('\n')
  const head = `<title>${sentence(random)}</title>${random.chance(0.3) ? `<meta name="author" content="${word(random)}">` : ''}`
  const page = random.pick([
    `<!doctype html><html lang="${random.pick(['en', 'de', 'ja', ''])}"><head>${head}</head><body>${body}</body></html>`,
    `<html><head>${head}<div>${prose(random)}</div></head><body>${body}`,
    `<body><article><h1>${sentence(random)}</h1>${body}</article>`,
    body,
  ])
  return random.chance(0.3) ? mangled(random, page) : page
}

function block(random, depth) {
  const tag = random.pick(TAGS)
  const inner =
    depth < 12 && random.chance(0.3)
      ? random.times(random.between(1, 3), () => block(random, depth + 1)).join('')
      : random.chance(0.9)
        ? prose(random)
        : signs(random)
  const attributes = random.chance(0.3) ? ` ${random.pick(ATTRIBUTES)}` : ''
  if (tag === 'table') return table(random)
  if (tag === 'ul' || tag === 'ol')
    return `<${tag}>${random.times(random.between(1, 6), () => `<li>${inner}`).join('')}</${tag}>`
  if (tag === 'pre') return `<pre><code>${signs(random)}\n${word(random)}</code></pre>`
  if (tag === 'img') return `<img src="${random.pick(['a.png', 'data:,', '//a.example/b'])}" alt="${word(random)}">`
  return `<${tag}${attributes}>${inner}${random.chance(0.9) ? `</${tag}>` : ''}`
}

function table(random) {
  const cell = () =>
    `<t${random.pick('dh')}${random.chance(0.1) ? ` colspan=${random.between(0, 99)}` : ''}>${word(random)}`
  return `<table>${random.times(random.between(1, 6), () => `<tr>${random.times(random.between(0, 5), cell).join('')}`).join('')}</table>`
}

/** Tags that are missing, misplaced, or closed where nothing is open. */
function mangled(random, page) {
  let text = page
  for (let count = random.between(1, 8); count > 0; count--) {
    const at = random.below(text.length + 1)
    const piece = random.pick([
      '</p>',
      '<p>',
      '</div>',
      '<table>',
      '</table>',
      '<select>',
      '<svg>',
      '<title>',
      '<!--',
      '<body>',
      '</body>',
      '<head>',
      '<template>',
      '<math>',
      '<',
      '>',
      '&#x0;',
      '<frameset>',
    ])
    text = text.slice(0, at) + piece + text.slice(random.chance(0.5) ? at : at + random.below(20))
  }
  return text
}

const TAGS = [
  ...'p p p p p h1 h2 h2 h3 h4 ul ol blockquote pre table img div div section article aside nav figure figcaption'.split(
    ' ',
  ),
  ...'details summary dl dt dd span a em strong sup sub code kbd center font br hr header footer main form button'.split(
    ' ',
  ),
  ...'video audio iframe svg math template noscript style textarea select marquee custom-tag'.split(' '),
]

const ATTRIBUTES = [
  'class="post-content"',
  'class="comment sidebar"',
  'hidden',
  'style="display:none"',
  'id="content"',
  'dir="rtl"',
  'lang="ja"',
  'href="#a"',
  'class="math" data-latex="x^2"',
  'role="navigation"',
]
