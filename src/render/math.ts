import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Element } from 'hast'
import { packageFile } from '../util/package-file.ts'

/**
 * Returns KaTeX's rules, with embedded copies of the fonts that elements with these classes use; empty if there are no
 * formulas.
 */
export function mathCss(classes: ReadonlySet<string>): string {
  if (!classes.has('katex')) return ''
  const path = packageFile('katex/katex.css')
  const css = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const rules = css.replace(FACE, '')
  const families = familiesIn(rules, classes)
  const faces = [...css.matchAll(FACE)].flatMap(([face]) => {
    const [, family = ''] = /font-family:\s*["']?(\w+)/.exec(face) ?? []
    const [, file = ''] = /url\((fonts\/[\w-]+\.woff2)\)/.exec(face) ?? []
    const isPlain = !/font-weight:\s*bold|font-style:\s*italic/.test(face) || family === 'KaTeX_Math'
    if (!families.has(family) || !(isPlain || needsStyledFace(face, classes))) return []
    const data = readFileSync(join(dirname(path), file)).toString('base64')
    return face.replace(/src:[^;}]*/, `src:url(data:font/woff2;base64,${data}) format("woff2")`)
  })
  return [...faces, rules, RESET].join('\n')
}

const FACE = /@font-face\s*\{[^}]*\}/g

/** Resets boxes to the browser's defaults, which KaTeX relies on and a slide's rules have changed. */
const RESET =
  '.katex{direction:ltr;unicode-bidi:isolate}.slide .katex *{box-sizing:content-box}.slide .katex .base{white-space:nowrap}'

/** Finds the font families in those rules whose classes all occur in the markup. */
function familiesIn(rules: string, classes: ReadonlySet<string>): ReadonlySet<string> {
  const families = new Set<string>()
  for (const [, selectors = '', body = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const [family] = /KaTeX_\w+/.exec(body) ?? []
    const isUsed = selectors
      .split(',')
      .some((selector) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)))
    if (family !== undefined && isUsed) families.add(family)
  }
  return families
}

/** Whether the markup has a class that needs this bold or italic face. */
function needsStyledFace(face: string, classes: ReadonlySet<string>): boolean {
  const hasAny = (names: readonly string[]) => names.some((name) => classes.has(name))
  if (/font-weight:\s*bold/.test(face))
    return hasAny(['mathbf', 'textbf', 'boldsymbol', 'mathboldsf', 'textboldsf', 'mathboldfrak'])
  return hasAny(['mathit', 'textit', 'mathsfit', 'textitsf', 'mathitsf'])
}

/** Lists the classes of some markup. */
export function classesIn(elements: readonly Element[]): ReadonlySet<string> {
  const classes = new Set<string>()
  const visit = (element: Element): void => {
    const { className } = element.properties
    if (Array.isArray(className)) for (const name of className) classes.add(String(name))
    for (const child of element.children) if (child.type === 'element') visit(child)
  }
  for (const element of elements) visit(element)
  return classes
}
