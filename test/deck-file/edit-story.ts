import fc from 'fast-check'

/** An article in sections, each with paragraphs or lists of sentences. */
export interface Story {
  readonly sections: readonly { readonly name: string; readonly blocks: readonly Block[] }[]
}

interface Block {
  readonly isList: boolean
  readonly sentences: readonly string[]
}

/** Random choices that depend on a seed. */
export interface Chance {
  below(count: number): number
  from<T>(values: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    from<T>(values: readonly T[]): T {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('There is nothing to choose from.')
      return value
    },
  }
}

const WORDS =
  'aestas aqua arbor avis caelum campus castra civis collis corpus dies domus equus fabula ferrum flumen fons forum frater gladius hortus ignis insula iter lapis lumen luna manus mare mater mensis mons murus navis nox oppidum panis pater pons porta portus puer rex rosa saxum silva sol tempus terra turris unda urbs ventus verbum via villa vinum vulnus'.split(
    ' ',
  )

export function sentenceOf(chance: Chance): string {
  const words = Array.from({ length: 6 + chance.below(10) }, () => chance.from(WORDS))
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function sectionOf(chance: Chance) {
  return {
    name: `${chance.from(WORDS)} ${chance.from(WORDS)} ${chance.from(WORDS)}`,
    blocks: Array.from({ length: 1 + chance.below(2) }, () => ({
      isList: chance.below(4) === 0,
      sentences: Array.from({ length: 1 + chance.below(4) }, () => sentenceOf(chance)),
    })),
  }
}

export function storyOf(chance: Chance): Story {
  return { sections: Array.from({ length: 2 + chance.below(4) }, () => sectionOf(chance)) }
}

/** Changes one in ten sentences of a story, and adds, removes and moves sections. */
export function revise({ sections }: Story, chance: Chance): Story {
  const changed = sections.map(({ name, blocks }) => ({
    name,
    blocks: blocks.map((block) => ({
      ...block,
      sentences: block.sentences.flatMap((sentence) => {
        const kind = chance.below(30)
        if (kind === 0) return block.sentences.length > 1 ? [] : [sentence]
        if (kind === 1) return [sentence, sentenceOf(chance)]
        if (kind > 3) return [sentence]
        return [sentence.replace(/ \p{L}+/u, ` ${chance.from(WORDS)}`)]
      }),
    })),
  }))
  if (chance.below(2) === 0) changed.splice(chance.below(changed.length + 1), 0, sectionOf(chance))
  if (chance.below(3) === 0 && changed.length > 2) changed.splice(chance.below(changed.length), 1)
  if (chance.below(3) === 0) {
    const [moved] = changed.splice(chance.below(changed.length), 1)
    if (moved !== undefined) changed.splice(chance.below(changed.length + 1), 0, moved)
  }
  return { sections: changed }
}

/** Writes the story as Markdown, in a language for which there is no grammar, so that nothing is shortened. */
export function articleOf({ sections }: Story): string {
  const blocks = sections.flatMap(({ name, blocks }) => [
    `## ${name}`,
    ...blocks.map(({ isList, sentences }) =>
      isList ? sentences.map((sentence) => `- ${sentence}`).join('\n') : sentences.join(' '),
    ),
  ])
  return `---\nlang: la\n---\n\n# Fabula longa\n\n${blocks.join('\n\n')}\n`
}

/** An author's edit of a deck file, in words, and the result. */
export interface Edited {
  readonly text: string
  readonly log: readonly string[]
}

/** Makes `count` edits of all kinds to the text of a deck file. Typed text is marked with "Mea" and a number. */
export function makeEdits(text: string, count: number, chance: Chance): Edited {
  const end = text.indexOf('<!-- lectern:base')
  const parts = text.slice(0, end).trimEnd().split('\n\n---\n')
  const [head = '', ...slides] = parts
  const log: string[] = []
  for (let number = 0; number < count; number++) {
    const mine = `Mea${number}`
    const at = chance.below(slides.length)
    const slide = slides[at] ?? ''
    const put = (what: string, changed: string) => {
      if (changed === slide) return
      slides[at] = changed
      log.push(`${what} ${mine}: ${slide.split('\n')[0]}`)
    }
    const edits: readonly (() => void)[] = [
      () => put('title', slide.replace(/^## .*$/m, `## ${mine} titulus`)),
      () =>
        put(
          'line',
          replaceLine(slide, chance, () => `- ${mine} ${chance.from(WORDS)}`),
        ),
      () =>
        put(
          'line away',
          replaceLine(slide, chance, () => null),
        ),
      () =>
        put(
          'line added',
          replaceLine(slide, chance, (line) => `${line}\n- ${mine} addita`),
        ),
      () => put('note', slide.replace(/\n\n:::\s*$/, ` ${mine} dicit.\n\n:::`)),
      () => put('note changed', replaceSentence(slide, chance, `${mine} mutat.`)),
      () => put('note away', replaceSentence(slide, chance, null)),
      () => put('hidden', slide.replace(/^(<!-- slide: [\w-]+)(?!.*hidden)/, '$1, hidden')),
      () =>
        put(
          'background',
          slide.replace(
            /^(<!-- slide: [\w-]+)(?!.*background)/,
            `$1, background: "#0${String(number).padStart(5, '0')}"`,
          ),
        ),
      () => {
        if (slides.length < 4) return
        slides.splice(at, 1)
        log.push(`slide away: ${slide.split('\n')[0]}`)
      },
      () => {
        slides.splice(at, 1)
        slides.splice(chance.below(slides.length + 1), 0, slide)
        log.push(`moved: ${slide.split('\n')[0]}`)
      },
      () => {
        slides.splice(
          at,
          0,
          `\n## ${mine} nova\n\n- ${mine} prima\n- ${mine} altera\n\n:::notes\n\n${mine} narrat.\n\n:::`,
        )
        log.push(`slide added ${mine}`)
      },
    ]
    chance.from(edits)()
  }
  return { text: `${[head, ...slides].join('\n\n---\n')}\n\n${text.slice(end)}`, log }
}

/** Divides up to `count` slides in two, each half with its share of the points and of the note. */
export function divideSlides(text: string, count: number, chance: Chance): string {
  const end = text.indexOf('<!-- lectern:base')
  const slides = text.slice(0, end).trimEnd().split('\n\n---\n')
  for (let number = 0; number < count; number++) {
    const at = 1 + chance.below(slides.length - 1)
    const [body = '', note = '', ...others] = (slides[at] ?? '').split('\n\n:::notes\n\n')
    const points = body.match(/^- .*$/gm) ?? []
    if (points.length < 2 || others.length > 0 || !/^[^-:][\s\S]*\n\n:::$/.test(note.trim()) || /^- /m.test(note))
      continue
    const cut = 1 + chance.below(points.length - 1)
    const sentences = note.replace(/\n\n:::\s*$/, '').split(/(?<=\.)\s+/)
    const noteOf = (noteSentences: readonly string[]) => `:::notes\n\n${noteSentences.join(' ')}\n\n:::`
    slides.splice(
      at,
      1,
      `${body.slice(0, body.indexOf(points[cut] ?? '')).trimEnd()}\n\n${noteOf(sentences.slice(0, cut))}`,
      `\n## Pars ${number}\n\n${points.slice(cut).join('\n')}\n\n${noteOf(sentences.slice(cut))}`,
    )
  }
  return `${slides.join('\n\n---\n')}\n\n${text.slice(end)}`
}

/** Rearranges slides without typing: joins neighbours, divides slides, moves points and sentences, removes comments. */
export function rearrange(text: string, count: number, chance: Chance): string {
  const end = text.indexOf('<!-- lectern:base')
  const base = text.slice(end)
  let slides = text.slice(0, end).trimEnd().split('\n\n---\n')
  for (let number = 0; number < count; number++) {
    const at = 1 + chance.below(Math.max(1, slides.length - 2))
    const [slide = '', next = ''] = slides.slice(at, at + 2)
    const edits: readonly (() => void)[] = [
      () => slides.splice(at, 2, `${slide}\n\n${next}`),
      () => slides.splice(at, 2, `${slide}\n\n${next.replace(/^<!--.*-->\n\n/, '')}`),
      () => slides.splice(at, 1, slide.replace(/^<!--.*-->\n/, '')),
      () => slides.splice(at, 2, next, slide),
      () => slides.splice(at, 2, ...movePoint(slide, next, chance)),
      () => slides.splice(at, 2, ...moveSentence(slide, next, chance)),
      () => {
        slides = divideSlides(`${slides.join('\n\n---\n')}\n\n${base}`, 1, chance)
          .slice(0, -base.length)
          .trimEnd()
          .split('\n\n---\n')
      },
    ]
    if (slides.length > 3) chance.from(edits)()
  }
  return `${slides.join('\n\n---\n')}\n\n${base}`
}

function movePoint(slide: string, next: string, chance: Chance): readonly string[] {
  const [body = ''] = slide.split(':::notes')
  const points = body.match(/^- .*\n/gm) ?? []
  const target = /^- /m.exec(next)?.index ?? -1
  if (points.length < 2 || target < 0) return [slide, next]
  const point = chance.from(points)
  return [slide.replace(point, ''), `${next.slice(0, target)}${point}${next.slice(target)}`]
}

function moveSentence(slide: string, next: string, chance: Chance): readonly string[] {
  const start = slide.indexOf(':::notes')
  const sentences = start < 0 ? [] : (slide.slice(start).match(/[A-Z][a-z ]{10,}\. /g) ?? [])
  if (sentences.length === 0 || !next.includes(':::notes\n\n') || /^- /m.test(next.split(':::notes')[1] ?? ''))
    return [slide, next]
  const sentence = chance.from(sentences)
  return [
    slide.slice(0, start) + slide.slice(start).replace(sentence, ''),
    next.replace(':::notes\n\n', (notes) => `${notes}${sentence}`),
  ]
}

/** Replaces one of the points that a slide shows. */
function replaceLine(slide: string, chance: Chance, replace: (line: string) => string | null): string {
  const [body = '', ...notes] = slide.split('\n:::notes')
  const lines = body.split('\n')
  const points = [...lines.keys()].filter((index) => lines[index]?.startsWith('- '))
  if (points.length === 0) return slide
  const at = chance.from(points)
  const changed = replace(lines[at] ?? '')
  lines.splice(at, 1, ...(changed === null ? [] : [changed]))
  return [lines.join('\n'), ...notes].join('\n:::notes')
}

/** Replaces one of the sentences of a note. */
function replaceSentence(slide: string, chance: Chance, replacement: string | null): string {
  const at = slide.indexOf(':::notes')
  const sentences = at < 0 ? [] : (slide.slice(at).match(/[A-Z][a-z ]{10,}\./g) ?? [])
  if (sentences.length === 0) return slide
  const sentence = chance.from(sentences)
  return slide.slice(0, at) + slide.slice(at).replace(sentence, replacement ?? '')
}

/** Seeds of stories. */
export const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
