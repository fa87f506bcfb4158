import { readFileSync } from 'node:fs'
import type { LentPage } from '../../browser/lent-page.ts'
import { setUpMermaid } from '../../client/diagram/set-up-mermaid.ts'
import type { Deck } from '../../model/deck.ts'
import { packageFile } from '../../model/package-file.ts'
import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/tokens.ts'
import { renderSheets } from '../../render/print.ts'
import { hexOf, themeVariables } from './colours.ts'

/** The font size of a diagram before it is fitted to its slide, in CSS px. */
export const WORDS = 22

/**
 * Shows an empty page with the fonts of the theme and loads Mermaid into it. The page's policy lets no script of a diagram run;
 * Mermaid is loaded another way.
 */
export async function setUp(page: LentPage, { deck, theme, text }: Stage): Promise<void> {
  await page.show(renderSheets([], deck, theme, `${text}${ASCII}`), theme.canvas)
  await page.run(mermaidScript())
  await page.evaluate(setUpMermaid, configurationFor(theme))
}

/** The deck whose diagrams are drawn. */
export interface Stage {
  readonly deck: Deck
  readonly theme: Theme
  /** All text that the diagrams may contain, so that its fonts are loaded. */
  readonly text: string
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

function mermaidScript(): string {
  return readFileSync(packageFile('mermaid/mermaid.min.js'), 'utf8')
}

/** Styles of diagram types that have no option for them. */
const RULES = `
.grid .tick text{font-size:17px;fill:${hexOf('muted')}}
.edgeTerminals{font-size:15px}
.section-root :is(rect,path,circle,polygon){fill:${hexOf('tint-strong')}!important}
.section-root text{fill:${hexOf('ink')}!important}
.edgeLabel .label rect{fill:${hexOf('ground')}}
.titleText{font-size:24px}
.packetByte,.packetLabel{font-size:18px}
.radarAxisLabel,.radarLegendText{font-size:20px}
.node-labels{font-size:20px}`

function configurationFor(theme: Theme): object {
  const fontFamily = tokenValue('font-text', theme.tokens) ?? 'sans-serif'
  const plain = { useMaxWidth: false, htmlLabels: false }
  const small = { ...plain, fontFamily, fontSize: WORDS }
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    deterministicIds: true,
    deterministicIDSeed: 'lectern',
    handDrawnSeed: 1,
    arrowMarkerAbsolute: false,
    look: 'classic',
    layout: 'dagre',
    theme: 'base',
    themeVariables: { ...themeVariables(), fontFamily, fontSize: `${WORDS}px` },
    themeCSS: RULES,
    fontFamily,
    fontSize: WORDS,
    maxEdges: 500,
    flowchart: { ...plain, curve: 'basis', nodeSpacing: 36, rankSpacing: 44, padding: 14, wrappingWidth: 260 },
    sequence: {
      ...plain,
      width: 190,
      height: 46,
      actorMargin: 110,
      messageMargin: 24,
      boxMargin: 8,
      boxTextMargin: 4,
      noteMargin: 8,
      diagramMarginY: 4,
      mirrorActors: false,
      wrap: false,
      ...Object.fromEntries(
        ['actor', 'message', 'note'].flatMap((name) => [
          [`${name}FontFamily`, fontFamily],
          [`${name}FontSize`, WORDS],
          [`${name}FontWeight`, 400],
        ]),
      ),
    },
    gantt: {
      ...plain,
      useWidth: 1120,
      fontSize: 20,
      sectionFontSize: 20,
      barHeight: 36,
      barGap: 8,
      topPadding: 60,
      leftPadding: 180,
      rightPadding: 40,
      gridLineStartPadding: 40,
      titleTopMargin: 30,
    },
    journey: {
      ...plain,
      taskFontSize: WORDS,
      taskFontFamily: fontFamily,
      textPlacement: 'tspan',
      width: 190,
      height: 70,
    },
    timeline: { ...plain, width: 190, textPlacement: 'tspan' },
    class: small,
    state: small,
    er: { ...small, fontSize: WORDS },
    pie: plain,
    quadrantChart: {
      ...plain,
      chartWidth: 900,
      chartHeight: 520,
      titleFontSize: WORDS,
      pointLabelFontSize: 18,
      quadrantLabelFontSize: 20,
      xAxisLabelFontSize: 18,
      yAxisLabelFontSize: 18,
    },
    xyChart: {
      ...plain,
      width: 1000,
      height: 480,
      titleFontSize: WORDS,
      xAxis: { labelFontSize: 18, titleFontSize: 18 },
      yAxis: { labelFontSize: 18, titleFontSize: 18 },
    },
    requirement: small,
    mindmap: { ...plain, maxNodeWidth: 240 },
    kanban: plain,
    gitGraph: { ...plain, parallelCommits: false },
    c4: plain,
    sankey: { ...plain, width: 1000, height: 480, linkColor: 'source' },
    packet: { ...plain, rowHeight: 48 },
    block: plain,
    architecture: plain,
    radar: { ...plain, width: 520, height: 520 },
    treemap: plain,
  }
}
