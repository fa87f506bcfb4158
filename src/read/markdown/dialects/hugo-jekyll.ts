import type { Span } from '../../../model/span.ts'
import type { Edit } from '../../edit-source.ts'
import { LONGEST_SEARCHED, outsideCodeTest } from '../code-spans.ts'
import { type ListingMarks, scan } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/**
 * Tags of site generators (Liquid, Hugo, kramdown), which Lectern does not run. A listing between two tags becomes a
 * fenced code block. In an address, a tag is replaced with the path in it, from the root of the site; in a sentence,
 * with the name in it. Any other tag is removed, except a value such as `{{ name }}`, which the article may be about.
 */
export const hugoJekyll: Dialect = {
  name: 'Hugo and Jekyll',
  applies: (text) => HINT.test(text),
  edits: editsOf,
  examples: [
    ['{% include banner.html %}\n\nThe gauge rose.', 'The gauge rose.'],
    ['{% highlight ruby %}\nopen\n{% endhighlight %}', 'open'],
    ['Ask the {{< term text="keeper" id="k" >}} there.', 'Ask the keeper there.'],
    ['Write `{% raw %}{{ tide }}{% endraw %}` there.', 'Write {{ tide }} there.'],
    ['The gauge rose.\n{: .wide}', 'The gauge rose.'],
    ['See [the log]({% link log.md %}) of it.', 'See the log of it.'],
    ['Ask [the keeper]{.person} there.', 'Ask the keeper there.'],
    ['In Vue, {{ name }} shows a name.', 'In Vue, {{ name }} shows a name.'],
  ],
}

function editsOf(text: string): readonly Edit[] {
  const edits: Edit[] = []
  // The offset up to which the text has been searched.
  let from = 0
  const searchTo = (to: number): void => {
    for (const { span, replacement } of tagEdits(text.slice(from, to)))
      edits.push({ span: [from + span[0], from + span[1]], replacement })
  }
  const lines = scan(text, LISTING)
  for (const { text: line, start, state, isFenced } of lines) {
    const end = start + line.length
    if (state === 'opens listing') searchTo(start)
    if (!isFenced && state === 'opens listing')
      edits.push({ span: [start, end], replacement: `${FENCE}${languageOf(line)}` })
    if (!isFenced && state === 'closes listing') edits.push({ span: [start, end], replacement: FENCE })
    if (state !== 'outside') from = end
    if (state === 'listing' && RAW_LINE.test(line)) {
      // In a listing, such a tag only keeps the generator from interpreting the other lines.
      edits.push({ span: [start, Math.min(end + 1, text.length)], replacement: '' })
    }
    if (state === 'outside' && PAGE_TITLE.test(line)) edits.push({ span: [start, end], replacement: '' })
    else if (state === 'outside' && line.trim() === '') searchTo(start)
    else continue
    from = end
  }
  if (lines.at(-1)?.state === 'outside') searchTo(text.length)
  return edits
}

/** A fence longer than any that a listing is likely to contain. */
const FENCE = '~~~~~~'

/** "{% highlight ruby %}" */
const LISTING: ListingMarks = {
  opens: /^ {0,3}(?:\{%-? *(?:highlight|codeblock)\b[^%]*%\}|\{\{[<%] *highlight +"?[\w+#-]+"?[^>%]*[>%]\}\})[ \t]*$/,
  closes: /^ {0,3}(?:\{%-? *end(?:highlight|codeblock) *-?%\}|\{\{[<%] *\/ *highlight *[>%]\}\})[ \t]*$/,
}

function languageOf(line: string): string {
  return /(?:highlight|codeblock) +"?(?:lang:)?([\w+#-]+)/.exec(line)?.[1] ?? ''
}

function tagEdits(text: string): readonly Edit[] {
  if (text.length > LONGEST_SEARCHED || !HINT.test(text)) return []
  const raw = [...text.matchAll(RAW_TEXT)].map(({ index, 0: { length } }): Span => [index, index + length])
  const isOutsideCode = outsideCodeTest(text)
  const isProse = (match: { readonly index: number }): boolean =>
    isOutsideCode(match) && !raw.some(([from, to]) => match.index >= from && match.index < to)
  // Site generators remove these tags even in code, because they do so before they parse Markdown: "`{% raw %}{{ name
  // }}{% endraw %}`".
  const rawTags = raw.flatMap(([from, to]) => (isOutsideCode({ index: from }) ? [] : rawTagEdits(text, [from, to])))
  const spans = [...text.matchAll(WORDS_WITH_CLASS)]
    .filter(isProse)
    .flatMap(({ index, 0: match, 1: words = '' }): Edit[] => {
      const end = index + 1 + words.length
      return [
        { span: [index, index + 1], replacement: '' },
        { span: [end, index + match.length], replacement: '' },
      ]
    })
  const tags = [...text.matchAll(TAG)].filter(isProse).flatMap(({ index, 0: tag }): Edit[] => {
    const [before, after] = [text.slice(0, index), text.slice(index + tag.length)]
    const isAddress = ADDRESS.test(before)
    const isAlone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(after)
    // Anywhere else, "{{ name }}" may be what the article is about.
    const isCall = isAlone && /^\{\{ *\w+ +"/.test(tag)
    if (/^\{\{[^<%]/.test(tag) && !isAddress && !isCall && !SITE_VALUE.test(tag)) return []
    return [{ span: [index, index + tag.length], replacement: isAddress ? pathIn(tag) : isAlone ? '' : nameIn(tag) }]
  })
  return [...rawTags, ...tags, ...spans].toSorted((one, other) => one.span[0] - other.span[0])
}

/** Returns the edits that remove the "{% raw %}" before literal text and the "{% endraw %}" after it. */
function rawTagEdits(text: string, [from, to]: Span): readonly Edit[] {
  const before = /\{% *raw *%\}$/.exec(text.slice(0, from))
  const after = /^\{% *endraw *%\}/.exec(text.slice(to))
  return before === null || after === null
    ? []
    : [
        { span: [before.index, from], replacement: '' },
        { span: [to, to + after[0].length], replacement: '' },
      ]
}

const HINT = /\{[{%:]|\]\{[.#]/

/** Words with a class or id, as in Pandoc: "[the lock]{.place}". */
const WORDS_WITH_CLASS = /\[([^[\]\n]{1,300})\]\{(?:[.#][\w-]+ *)+\}/g

/** A value that only the site generator can fill in: "{{ site.email }}". */
const SITE_VALUE = /^\{\{-? *(?:include|layout|page|post|site)\.[^{}]*\}\}$/

/** Matches text that ends inside the address of a link or an image. */
const ADDRESS = /(?:\]\(\s*|<(?:a|img|source|video)\b[^<>]*\s(?:href|src)=["']?)[^\s()"']*$/i

/**
 * Returns the path in a tag, from the root of the site: "/img/lock.png" for `{{ "img/lock.png" | relative_url }}` and
 * for `{% link img/lock.png %}`. For a tag that stands for the root itself, returns an empty string, since a slash
 * follows the tag.
 */
function pathIn(tag: string): string {
  const [, quoted, unquoted] = PATH.exec(tag) ?? []
  const path = encodeURI(decodePath((quoted ?? unquoted ?? '').replace(/^\/+/, '')))
  return path === '' || /^[a-z][a-z\d+.-]*:/i.test(path) ? path : `/${path}`
}

/** A path in quotes, which filters may follow, or the path after the name of a tag that links to a file. */
const PATH =
  /^\{\{[-<%]? *(?:(?:ref|relref|static|asset) +)?["']([^"'{}]*)["'](?: *\| *\w+)*|^\{%-? *(?:link|static|asset(?:_path)?) +["']?([^\s"'%]+)/

function decodePath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** A heading that shows the page's title from the front matter. */
const PAGE_TITLE = /^ {0,3}#{1,6} *\{\{-? *(?:page\.)?title *-?\}\} *#*$/

const RAW_LINE = /^\s*\{%-? *(?:end)?raw *-?%\}\s*$/

/** The literal text between two tags. */
const RAW_TEXT = /(?<=\{% *raw *%\}).*?(?=\{% *endraw *%\})/gs

/**
 * `{% tag %}`, `{{< tag >}}`, `{{% tag %}}`, `{{ value }}`, `{::tag}`, `{: .class}` at the end of a line, and an item
 * with `{:toc}` below it.
 */
const TAG =
  /\{%-?(?:[^%{}"']|"[^"]*"|'[^']*'|%(?!\}))*%\}|\{\{<(?:[^"<>{}]|"[^"]*")*>\}\}|\{\{%(?:[^"%{}]|"[^"]*")*%\}\}|\{\{[^<%{}][^{}]*\}\}|\{::\/?[a-z][^{}]*\}|\{:\/[a-z]*\}|\{:(?: *(?:[.#][\w-]+|[\w-]+="[^"]*"|toc))+ *\}(?=[ \t]*$)|^[ \t]*(?:[*+-]|1\.)[ \t]+\S[^\n]*\n[ \t]*\{:toc\b[^{}\n]*\}/gm

/**
 * Returns the name in a tag: both `{% channel "harbour" %}` and `{{< term text="harbour" id="h" >}}` name the harbour.
 * Returns an empty string for a tag that names nothing, or a file or page.
 */
function nameIn(tag: string): string {
  const [, text] = /^\{\{[<%] *[\w-]+ [^<>{}]*?\btext="([^"]+)"/.exec(tag) ?? []
  if (text !== undefined) return text
  const [, name = ''] = /^\{(?:%|\{[<%])-? *\w+ +["']([^"'/]+)["'] *-?(?:%|[>%]\})\}$/.exec(tag) ?? []
  return /\.\w{2,4}$/.test(name) ? '' : name
}
