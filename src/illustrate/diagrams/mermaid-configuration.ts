// The configuration of Mermaid.

import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/token-value.ts'
import { placeholderColour } from './placeholder-colours.ts'
import { themeVariables } from './theme-variables.ts'

/** The font size of a diagram before it is fitted to its slide, in CSS px. */
export const FONT_SIZE = 22

/**
 * Returns the options for Mermaid. With them, the same source always gives the same drawing, nothing in a diagram runs,
 * and drawings have the theme's font and the placeholder colours.
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
    themeCSS: STYLES,
    fontFamily,
    fontSize: FONT_SIZE,
    maxEdges: 500,
    ...graphOptions(fontFamily),
    ...timeOptions(fontFamily),
    ...chartOptions(),
  }
}

/** CSS for the types of diagrams that have no options for these styles. */
const STYLES = `
.node :is(rect,polygon,circle,ellipse,path),.actor,.task{stroke-width:2px!important}
.flowchart-link,.transition,.relation,.messageLine0{stroke-width:2.4px!important}
.messageLine1{stroke-width:2px!important}
.exclude-range{opacity:0.3}
.grid .tick text{font-size:19px;fill:${placeholderColour('muted')}}
.edgeTerminals{font-size:15px}
.section-root :is(rect,path,circle,polygon){fill:${placeholderColour('tint-strong')}!important}
.section-root text{fill:${placeholderColour('ink')}!important}
.edgeLabel .label{font-size:inherit}
.marker circle[fill=white]{fill:${placeholderColour('ground')}}
.edgeLabel .label rect{fill:${placeholderColour('ground')};opacity:1}
.titleText{font-size:24px}
.packetByte,.packetLabel{font-size:18px}
.radarAxisLabel,.radarLegendText{font-size:20px}
.node-labels{font-size:20px}`

const COMMON_OPTIONS = { useMaxWidth: false, htmlLabels: false }

/** Options for diagrams of things and their connections. */
function graphOptions(fontFamily: string) {
  const textOptions = { ...COMMON_OPTIONS, fontFamily, fontSize: FONT_SIZE }
  return {
    flowchart: { ...COMMON_OPTIONS, curve: 'basis', nodeSpacing: 36, rankSpacing: 44, padding: 15, wrappingWidth: 260 },
    class: textOptions,
    state: textOptions,
    // The words of a relation must not cover the marks at its ends.
    er: { ...textOptions, rankSpacing: 120 },
    requirement: textOptions,
    mindmap: { ...COMMON_OPTIONS, maxNodeWidth: 240 },
    kanban: COMMON_OPTIONS,
    gitGraph: { ...COMMON_OPTIONS, parallelCommits: false },
    c4: COMMON_OPTIONS,
    packet: { ...COMMON_OPTIONS, rowHeight: 48 },
    block: COMMON_OPTIONS,
    architecture: COMMON_OPTIONS,
    treemap: COMMON_OPTIONS,
  }
}

/** The width of a Gantt chart and of the space for the names of sections, unless these need more. */
export const PLAN_WIDTHS = { useWidth: 860, leftPadding: 160 }

/** Options for diagrams of events in time. */
function timeOptions(fontFamily: string) {
  return {
    sequence: {
      ...COMMON_OPTIONS,
      width: 150,
      height: 68,
      labelBoxHeight: 28,
      actorMargin: 110,
      messageMargin: 24,
      boxMargin: 8,
      boxTextMargin: 12,
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
      ...COMMON_OPTIONS,
      ...PLAN_WIDTHS,
      fontSize: FONT_SIZE,
      sectionFontSize: FONT_SIZE,
      barHeight: 36,
      barGap: 8,
      topPadding: 60,
      rightPadding: 60,
      gridLineStartPadding: 40,
      titleTopMargin: 30,
    },
    journey: {
      ...COMMON_OPTIONS,
      taskFontSize: FONT_SIZE,
      taskFontFamily: fontFamily,
      textPlacement: 'tspan',
      width: 190,
      height: 70,
    },
    timeline: { ...COMMON_OPTIONS, width: 190, textPlacement: 'tspan' },
  }
}

/** Options for charts. */
function chartOptions() {
  const axis = { labelFontSize: 18, titleFontSize: 18 }
  return {
    pie: COMMON_OPTIONS,
    quadrantChart: {
      ...COMMON_OPTIONS,
      chartWidth: 900,
      chartHeight: 520,
      titleFontSize: FONT_SIZE,
      pointLabelFontSize: 18,
      quadrantLabelFontSize: 20,
      xAxisLabelFontSize: 18,
      yAxisLabelFontSize: 18,
    },
    xyChart: { ...COMMON_OPTIONS, width: 1000, height: 480, titleFontSize: FONT_SIZE, xAxis: axis, yAxis: axis },
    sankey: { ...COMMON_OPTIONS, width: 1000, height: 480, linkColor: 'source' },
    radar: { ...COMMON_OPTIONS, width: 520, height: 520 },
  }
}
