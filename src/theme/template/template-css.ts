// CSS for themes that are made from PowerPoint templates.

/** Rules for centred titles. */
export const CENTRED_TITLE_CSS = `.slide .title { text-align: center; max-width: none }
:is([data-layout="title"], [data-layout="part"], [data-layout="closing"]) :is(.subtitle, .lede, .part-number) { text-align: center }
:is([data-layout="title"], [data-layout="closing"]) .byline { justify-content: center }
`

/**
 * Rules for what a template does not define. Bullets are not positioned, because positioned elements and their content
 * come last in a PDF's text.
 */
export const LAYOUT_CSS = `.slide .title { color: var(--title) }
.slide[data-ground="deep"] { --title: var(--deep-ink) }
.points { gap: var(--space-3) }
.points-under { margin-block-start: 8px; gap: 8px }
.slide .lead { margin-block-end: var(--space-3) }
.slide .caption { margin-block-start: 14px }
.slide .figure > .caption { margin-block-start: 0 }
.slide[data-arrangement="bleed"] { --title: var(--ink) }
.slide .side-name { color: var(--accent) }
.slide .side-text { margin-block-start: 10px }
.slide .number-context { margin-block-start: 12px }
.point, .takeaway { padding-inline-start: 1.1em }
.point::before, .takeaway::before { content: ""; float: inline-start; width: 0.32em; height: 0.32em; margin-block-start: 0.55em; margin-inline: -1.1em 0.78em; background: var(--accent) }
.slide ol.points > .point { padding-inline-start: 0 }
.slide ol.points > .point::before { display: none }
.takeaways { display: flex; flex-direction: column; gap: var(--space-3) }
.slide .source, .slide .subtitle, .slide .lede { color: var(--muted) }
.slide tr { border-block-end: 1px solid var(--line) }
.slide thead tr { border-block-end: 2px solid var(--accent) }
.slide .number { color: var(--accent) }
.agenda-item { grid-template-columns: 2.4ch minmax(0, 1fr) auto; padding-block: 8px; border-block-end: 1px solid var(--line) }
.agenda-number { color: var(--accent) }
.slide-kicker { display: none }
:is([data-layout="title"], [data-layout="part"], [data-layout="closing"]) .slide-head { align-self: end; padding-block-start: 0 }
.slide:is([data-layout="title"], [data-layout="part"], [data-layout="closing"]) { grid-template-rows: minmax(0, 1.1fr) minmax(0, 1fr) var(--foot-height) }
[data-layout="part"] .part-number { margin-block-start: var(--space-2); font-size: var(--size-body); color: var(--title) }
:is([data-layout="statement"], [data-layout="quote"], [data-layout="number"]) .slide-body { display: flex; flex-direction: column; justify-content: safe center; gap: var(--space-3) }
`

/** Writes the rule for the foot of a slide, with `inset` px below its text. */
export function footCss(inset: number): string {
  return `.slide-foot { align-items: flex-end; padding-block-end: ${inset}px }\n`
}
