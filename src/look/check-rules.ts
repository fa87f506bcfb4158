// Finds rules in a theme's stylesheets that have no effect, for `lectern theme check`.

import type { BrowserPage } from '../browser/browser-page.ts'
import { knownProperties, supportOf } from '../client/measure/unsupported-declarations.ts'
import { LAYOUT_NAMES } from '../model/deck.ts'
import { HANDOUTS } from '../model/settings.ts'
import { type StylePlace, type StyleRules, styleRulesIn } from '../theme/style-rules.ts'
import { didYouMean } from '../util/closest-name.ts'

/** What is wrong with a rule, and what to do. */
export interface RuleFault {
  readonly place: StylePlace
  readonly reason: string
}

/** The names that rules can refer to. */
export interface KnownNames {
  readonly tokens: ReadonlySet<string>
  readonly classes: ReadonlySet<string>
}

/** Finds misspelled properties, values, tokens, classes and layouts in a stylesheet. */
export async function checkRules(css: string, known: KnownNames, page: BrowserPage): Promise<readonly RuleFault[]> {
  const rules = styleRulesIn(css)
  const unreadable = rules.unreadable.map((place) => ({
    place,
    reason: 'This cannot be read. Write a property, a colon and a value.',
  }))
  const faults = [
    ...unreadable,
    ...(await declarationFaults(rules, page)),
    ...tokenFaults(rules, known),
    ...selectorFaults(rules, known),
  ]
  return faults.toSorted((one, other) => one.place.line - other.place.line || one.place.column - other.place.column)
}

async function declarationFaults({ declarations }: StyleRules, page: BrowserPage): Promise<readonly RuleFault[]> {
  const [support, properties] = [await page.evaluate(supportOf, declarations), await page.evaluate(knownProperties)]
  return declarations.flatMap(({ property, value, place }, index): RuleFault[] => {
    if (support[index] === 'unknown')
      return [{ place, reason: `No property is called "${property}". ${remedyFor(property, properties)}` }]
    if (support[index] === 'invalid')
      return [{ place, reason: `"${property}" cannot be "${value}". Correct the value.` }]
    return []
  })
}

function tokenFaults({ declarations }: StyleRules, { tokens }: KnownNames): readonly RuleFault[] {
  const own = declarations.flatMap(({ property }) => (property.startsWith('--') ? [property.slice(2)] : []))
  const names = [...tokens, ...own]
  return declarations.flatMap(({ value, place }) =>
    [...value.matchAll(TOKEN_WITHOUT_FALLBACK)].flatMap(([, name = '']) =>
      names.includes(name) ? [] : [{ place, reason: `No token is called "${name}". ${remedyFor(name, names)}` }],
    ),
  )
}

const TOKEN_WITHOUT_FALLBACK = /var\(\s*--([\w-]+)\s*\)/g

function selectorFaults({ selectors }: StyleRules, { classes }: KnownNames): readonly RuleFault[] {
  return selectors.flatMap(({ text, place }) => [
    ...[...text.replace(STRINGS, '""').matchAll(CLASS)].flatMap(([, name = '']) =>
      classes.has(name) || isAroundSlides(text)
        ? []
        : [{ place, reason: `No element has the class "${name}". ${remedyFor(name, [...classes])}` }],
    ),
    ...[...text.matchAll(LAYOUT)].flatMap(([, name = '']) =>
      LAYOUTS.includes(name)
        ? []
        : [{ place, reason: `No layout is called "${name}". ${remedyFor(name, LAYOUT_NAMES)}` }],
    ),
  ])
}

/** The layouts of slides and of handouts. */
const LAYOUTS: readonly string[] = [...LAYOUT_NAMES, ...HANDOUTS]

/** The deck's script adds classes to the elements around the slides, so these classes are not known here. */
const isAroundSlides = (selector: string) => selector.includes('.reveal')

const STRINGS = /"[^"]*"|'[^']*'/g
const CLASS = /\.([A-Za-z_][\w-]*)/g
const LAYOUT = /\[\s*data-layout\s*=\s*["']?([\w-]+)/g

function remedyFor(name: string, known: readonly string[]): string {
  return didYouMean(name, known) ?? 'Remove the rule, or correct the name.'
}

/** Lists the classes and tokens that CSS or HTML names. */
export function namesIn(text: string): KnownNames {
  const classes = [
    ...[...text.matchAll(CLASS)].map(([, name = '']) => name),
    ...[...text.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  ]
  return { classes: new Set(classes), tokens: new Set([...text.matchAll(/--([\w-]+)/g)].map(([, name = '']) => name)) }
}
