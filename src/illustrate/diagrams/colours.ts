/**
 * The slide's custom properties in which a diagram is painted. Mermaid is given a unique colour for each; wherever that colour
 * appears in the drawing, it is replaced by the property, so that the drawing follows the background of its slide.
 */
const PROPERTIES = [
  'ink',
  'muted',
  'ground',
  'accent',
  'accent-ink',
  'line',
  'line-strong',
  'tint',
  'tint-strong',
  ...Array.from({ length: 8 }, (_, index) => `series-${index + 1}`),
  ...Array.from({ length: 8 }, (_, index) => `series-tint-${index + 1}`),
] as const

function rgbOf(property: string): readonly [number, number, number] {
  const index = PROPERTIES.indexOf(property)
  // Far from each other and from Mermaid's own colours.
  return [11 + index * 7, 250 - index * 6, 37 + ((index * 13) % 97)]
}

/** The colour that stands for a property. */
export function hexOf(property: string): string {
  return `#${rgbOf(property)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

/** From colours as the browser computes them to the properties that they represent. */
export const COLOURS: Readonly<Record<string, string>> = Object.fromEntries(
  PROPERTIES.map((property) => [`rgb(${rgbOf(property).join(', ')})`, property]),
)

/** The variables of Mermaid's theme `base`. */
export function themeVariables(): Readonly<Record<string, unknown>> {
  const [ink, muted, ground, accent, line, strong, tint, tinted] = [
    'ink',
    'muted',
    'ground',
    'accent',
    'line',
    'line-strong',
    'tint',
    'tint-strong',
  ].map(hexOf)
  const series = (name: string, count: number, property = 'series', first = 0) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${name}${index + first}`, hexOf(`${property}-${(index % 8) + 1}`)]),
    )
  const all = (name: string, count: number, colour: string | undefined) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, colour]))
  return {
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
    // Sequence
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
    // Gantt
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
    // State and class
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
    // Pie, and others with one colour for each of several
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
    ...all('cScaleLabel', 12, ink),
    ...series('git', 8),
    ...series('gitInv', 8, 'series-tint'),
    ...all('gitBranchLabel', 8, ground),
    tagLabelColor: ink,
    tagLabelBackground: tinted,
    tagLabelBorder: line,
    commitLabelColor: ink,
    commitLabelBackground: ground,
    branchLabelColor: ground,
    // Quadrants, charts, requirements, entities
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
    xyChart: {
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
    },
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
}
