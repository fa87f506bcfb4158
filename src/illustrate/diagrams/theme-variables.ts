import { placeholderColour } from './placeholder-colours.ts'

/** Returns the variables of Mermaid's theme `base`. */
export function themeVariables(): Readonly<Record<string, unknown>> {
  return {
    ...TEXT_AND_NODES,
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
const strongLine = placeholderColour('line-strong')
const tint = placeholderColour('tint')
const strongTint = placeholderColour('tint-strong')

/** Makes numbered variables, such as `pie1` and `pie2`, with the colours of the series in turn. */
function seriesVariables(
  name: string,
  count: number,
  property = 'series',
  first = 0,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${name}${index + first}`,
      placeholderColour(`${property}-${(index % 8) + 1}`),
    ]),
  )
}

/** Makes numbered variables that all have the same colour. */
function repeatedVariables(name: string, count: number, colour: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, colour]))
}

const TEXT_AND_NODES = {
  darkMode: false,
  background: ground,
  primaryColor: tint,
  primaryTextColor: ink,
  primaryBorderColor: accent,
  secondaryColor: strongTint,
  secondaryTextColor: ink,
  secondaryBorderColor: strongLine,
  tertiaryColor: tint,
  tertiaryTextColor: ink,
  tertiaryBorderColor: line,
  lineColor: muted,
  textColor: ink,
  titleColor: ink,
  mainBkg: tint,
  nodeBorder: accent,
  nodeTextColor: ink,
  clusterBkg: ground,
  clusterBorder: line,
  defaultLinkColor: muted,
  edgeLabelBackground: ground,
  arrowheadColor: muted,
}

const SEQUENCE = {
  actorBkg: tint,
  actorBorder: accent,
  actorTextColor: ink,
  actorLineColor: line,
  signalColor: muted,
  signalTextColor: ink,
  labelBoxBkgColor: strongTint,
  labelBoxBorderColor: strongLine,
  labelTextColor: ink,
  loopTextColor: ink,
  noteBkgColor: strongTint,
  noteBorderColor: line,
  noteTextColor: ink,
  activationBkgColor: strongTint,
  activationBorderColor: strongLine,
  sequenceNumberColor: ground,
}

const GANTT = {
  sectionBkgColor: tint,
  sectionBkgColor2: ground,
  altSectionBkgColor: ground,
  excludeBkgColor: line,
  gridColor: line,
  todayLineColor: accent,
  taskBorderColor: strongLine,
  taskBkgColor: strongTint,
  activeTaskBorderColor: accent,
  activeTaskBkgColor: strongTint,
  doneTaskBorderColor: line,
  doneTaskBkgColor: tint,
  critBorderColor: accent,
  critBkgColor: strongTint,
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
  ...seriesVariables('fillType', 8, 'series-tint'),
}

/** Variables for pie charts, and for other diagrams that give each item a different colour. */
const SERIES = {
  ...seriesVariables('pie', 12, 'series', 1),
  pieOpacity: '1',
  pieTitleTextColor: ink,
  pieTitleTextSize: '24px',
  pieSectionTextColor: ground,
  pieLegendTextColor: ink,
  pieStrokeColor: ground,
  pieStrokeWidth: '2px',
  pieOuterStrokeWidth: '0px',
  ...seriesVariables('cScale', 12, 'series-tint'),
  ...seriesVariables('cScalePeer', 12, 'series'),
  ...seriesVariables('cScaleInv', 12, 'series'),
  ...repeatedVariables('cScaleLabel', 12, ink),
  ...seriesVariables('git', 8),
  ...seriesVariables('gitInv', 8, 'series-tint'),
  ...repeatedVariables('gitBranchLabel', 8, ground),
  tagLabelColor: ink,
  tagLabelBackground: strongTint,
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
  quadrantExternalBorderStrokeFill: strongLine,
}

const XY_CHART = {
  backgroundColor: ground,
  titleColor: ink,
  xAxisTitleColor: ink,
  xAxisLabelColor: ink,
  xAxisTickColor: line,
  xAxisLineColor: strongLine,
  yAxisTitleColor: ink,
  yAxisLabelColor: ink,
  yAxisTickColor: line,
  yAxisLineColor: strongLine,
  plotColorPalette: Object.values(seriesVariables('', 8)).join(','),
}

const REQUIREMENT_AND_ENTITY = {
  requirementBackground: tint,
  requirementBorderColor: strongLine,
  requirementTextColor: ink,
  relationColor: muted,
  relationLabelBackground: ground,
  relationLabelColor: ink,
  attributeBackgroundColorOdd: ground,
  attributeBackgroundColorEven: tint,
  rowOdd: ground,
  rowEven: tint,
  personBkg: strongTint,
  personBorder: strongLine,
  errorBkgColor: tint,
  errorTextColor: ink,
}
