import { placeholderColour } from './colours.ts'

/** The variables of Mermaid's theme `base`. */
export function themeVariables(): Readonly<Record<string, unknown>> {
  return {
    ...WORDS_AND_NODES,
    ...SEQUENCE,
    ...GANTT,
    ...STATE_AND_CLASS,
    ...SERIES,
    ...QUADRANT,
    xyChart: XY_CHART,
    ...REQUIREMENT_AND_ENTITY,
  }
}

const ink = placeholderColour('ink')
const muted = placeholderColour('muted')
const ground = placeholderColour('ground')
const accent = placeholderColour('accent')
const line = placeholderColour('line')
const strong = placeholderColour('line-strong')
const tint = placeholderColour('tint')
const tinted = placeholderColour('tint-strong')

/** Makes numbered variables with the colours of series in turn: `pie1`, `pie2`, … */
function series(name: string, count: number, property = 'series', first = 0): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${name}${index + first}`, placeholderColour(`${property}-${(index % 8) + 1}`)]),
  )
}

function repeated(name: string, count: number, colour: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, colour]))
}

const WORDS_AND_NODES = {
  darkMode: false,
  background: ground,
  primaryColor: tint,
  primaryTextColor: ink,
  primaryBorderColor: strong,
  secondaryColor: tinted,
  secondaryTextColor: ink,
  secondaryBorderColor: strong,
  tertiaryColor: tint,
  tertiaryTextColor: ink,
  tertiaryBorderColor: line,
  lineColor: muted,
  textColor: ink,
  titleColor: ink,
  mainBkg: tint,
  nodeBorder: strong,
  nodeTextColor: ink,
  clusterBkg: ground,
  clusterBorder: line,
  defaultLinkColor: muted,
  edgeLabelBackground: ground,
  arrowheadColor: muted,
}

const SEQUENCE = {
  actorBkg: tint,
  actorBorder: strong,
  actorTextColor: ink,
  actorLineColor: line,
  signalColor: muted,
  signalTextColor: ink,
  labelBoxBkgColor: tinted,
  labelBoxBorderColor: strong,
  labelTextColor: ink,
  loopTextColor: ink,
  noteBkgColor: tinted,
  noteBorderColor: line,
  noteTextColor: ink,
  activationBkgColor: tinted,
  activationBorderColor: strong,
  sequenceNumberColor: ground,
}

const GANTT = {
  sectionBkgColor: tint,
  sectionBkgColor2: ground,
  altSectionBkgColor: ground,
  excludeBkgColor: line,
  gridColor: line,
  todayLineColor: accent,
  taskBorderColor: strong,
  taskBkgColor: tinted,
  activeTaskBorderColor: accent,
  activeTaskBkgColor: tinted,
  doneTaskBorderColor: line,
  doneTaskBkgColor: tint,
  critBorderColor: accent,
  critBkgColor: tinted,
  taskTextColor: ink,
  taskTextLightColor: ink,
  taskTextDarkColor: ink,
  taskTextOutsideColor: ink,
  taskTextClickableColor: ink,
  vertLineColor: accent,
}

const STATE_AND_CLASS = {
  labelColor: ink,
  altBackground: tint,
  transitionColor: muted,
  transitionLabelColor: ink,
  stateLabelColor: ink,
  stateBkg: tint,
  labelBackgroundColor: ground,
  compositeBackground: ground,
  compositeTitleBackground: tint,
  compositeBorder: line,
  innerEndBackground: ink,
  specialStateColor: ink,
  classText: ink,
  ...series('fillType', 8, 'series-tint'),
}

/** Pie charts, and other diagrams with a colour for each of several things. */
const SERIES = {
  ...series('pie', 12, 'series', 1),
  pieOpacity: '1',
  pieTitleTextColor: ink,
  pieTitleTextSize: '24px',
  pieSectionTextColor: ground,
  pieLegendTextColor: ink,
  pieStrokeColor: ground,
  pieStrokeWidth: '2px',
  pieOuterStrokeWidth: '0px',
  ...series('cScale', 12, 'series-tint'),
  ...series('cScalePeer', 12, 'series'),
  ...series('cScaleInv', 12, 'series'),
  ...repeated('cScaleLabel', 12, ink),
  ...series('git', 8),
  ...series('gitInv', 8, 'series-tint'),
  ...repeated('gitBranchLabel', 8, ground),
  tagLabelColor: ink,
  tagLabelBackground: tinted,
  tagLabelBorder: line,
  commitLabelColor: ink,
  commitLabelBackground: ground,
  branchLabelColor: ground,
}

const QUADRANT = {
  quadrant1Fill: tint,
  quadrant2Fill: ground,
  quadrant3Fill: tint,
  quadrant4Fill: ground,
  quadrant1TextFill: muted,
  quadrant2TextFill: muted,
  quadrant3TextFill: muted,
  quadrant4TextFill: muted,
  quadrantPointFill: accent,
  quadrantPointTextFill: ink,
  quadrantXAxisTextFill: ink,
  quadrantYAxisTextFill: ink,
  quadrantTitleFill: ink,
  quadrantInternalBorderStrokeFill: line,
  quadrantExternalBorderStrokeFill: strong,
}

const XY_CHART = {
  backgroundColor: ground,
  titleColor: ink,
  xAxisTitleColor: ink,
  xAxisLabelColor: ink,
  xAxisTickColor: line,
  xAxisLineColor: strong,
  yAxisTitleColor: ink,
  yAxisLabelColor: ink,
  yAxisTickColor: line,
  yAxisLineColor: strong,
  plotColorPalette: Object.values(series('', 8)).join(','),
}

const REQUIREMENT_AND_ENTITY = {
  requirementBackground: tint,
  requirementBorderColor: strong,
  requirementTextColor: ink,
  relationColor: muted,
  relationLabelBackground: ground,
  relationLabelColor: ink,
  attributeBackgroundColorOdd: ground,
  attributeBackgroundColorEven: tint,
  rowOdd: ground,
  rowEven: tint,
  personBkg: tinted,
  personBorder: strong,
  errorBkgColor: tint,
  errorTextColor: ink,
}
