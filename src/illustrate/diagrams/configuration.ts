// The configuration of Mermaid.

import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/token-value.ts'
import { placeholderColour } from './colours.ts'
import { themeVariables } from './theme-variables.ts'

/** The font size of a diagram before it is fitted to its slide, in CSS px. */
export const FONT_SIZE = 22

/**
 * Returns options of Mermaid with which the same source always gives the same drawing, nothing in it runs, and it has
 * the theme's font and the colours that represent properties.
 */
export function configurationFor(theme: Theme): object {
  const fontFamily = tokenValue('font-text', theme.tokens) ?? 'sans-serif'
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
    themeVariables: { ...themeVariables(), fontFamily, fontSize: `${FONT_SIZE}px` },
    themeCSS: RULES,
    fontFamily,
    fontSize: FONT_SIZE,
    maxEdges: 500,
    ...graphOptions(fontFamily),
    ...timeOptions(fontFamily),
    ...numberOptions(),
  }
}

/** Styles of diagram types that have no option for them. */
const RULES = `
.grid .tick text{font-size:17px;fill:${placeholderColour('muted')}}
.edgeTerminals{font-size:15px}
.section-root :is(rect,path,circle,polygon){fill:${placeholderColour('tint-strong')}!important}
.section-root text{fill:${placeholderColour('ink')}!important}
.edgeLabel .label rect{fill:${placeholderColour('ground')}}
.titleText{font-size:24px}
.packetByte,.packetLabel{font-size:18px}
.radarAxisLabel,.radarLegendText{font-size:20px}
.node-labels{font-size:20px}`

const PLAIN = { useMaxWidth: false, htmlLabels: false }

/** Options for diagrams of things and their connections. */
function graphOptions(fontFamily: string) {
  const worded = { ...PLAIN, fontFamily, fontSize: FONT_SIZE }
  return {
    flowchart: { ...PLAIN, curve: 'basis', nodeSpacing: 36, rankSpacing: 44, padding: 14, wrappingWidth: 260 },
    class: worded,
    state: worded,
    er: worded,
    requirement: worded,
    mindmap: { ...PLAIN, maxNodeWidth: 240 },
    kanban: PLAIN,
    gitGraph: { ...PLAIN, parallelCommits: false },
    c4: PLAIN,
    packet: { ...PLAIN, rowHeight: 48 },
    block: PLAIN,
    architecture: PLAIN,
    treemap: PLAIN,
  }
}

/** Options for diagrams of events in time. */
function timeOptions(fontFamily: string) {
  return {
    sequence: {
      ...PLAIN,
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
          [`${name}FontSize`, FONT_SIZE],
          [`${name}FontWeight`, 400],
        ]),
      ),
    },
    gantt: {
      ...PLAIN,
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
      ...PLAIN,
      taskFontSize: FONT_SIZE,
      taskFontFamily: fontFamily,
      textPlacement: 'tspan',
      width: 190,
      height: 70,
    },
    timeline: { ...PLAIN, width: 190, textPlacement: 'tspan' },
  }
}

/** Options for charts. */
function numberOptions() {
  const axis = { labelFontSize: 18, titleFontSize: 18 }
  return {
    pie: PLAIN,
    quadrantChart: {
      ...PLAIN,
      chartWidth: 900,
      chartHeight: 520,
      titleFontSize: FONT_SIZE,
      pointLabelFontSize: 18,
      quadrantLabelFontSize: 20,
      xAxisLabelFontSize: 18,
      yAxisLabelFontSize: 18,
    },
    xyChart: { ...PLAIN, width: 1000, height: 480, titleFontSize: FONT_SIZE, xAxis: axis, yAxis: axis },
    sankey: { ...PLAIN, width: 1000, height: 480, linkColor: 'source' },
    radar: { ...PLAIN, width: 520, height: 520 },
  }
}
