/**
 * The slide's custom properties for the colours of a diagram. Mermaid is given a unique colour for each property;
 * wherever that colour appears in the drawing, it is replaced with the property, so that the drawing has the colours of
 * its slide, on light and dark backgrounds.
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
  // Each index gives a different colour, and none is a colour that Mermaid itself uses.
  return [11 + index * 7, 250 - index * 6, 37 + ((index * 13) % 97)]
}

/** Returns the colour that represents a property, as `#rrggbb`. */
export function placeholderColour(property: string): string {
  return `#${rgbOf(property)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

/** Maps colours as the browser computes them to the properties that they represent. */
export const PROPERTIES_BY_COLOUR: Readonly<Record<string, string>> = Object.fromEntries(
  PROPERTIES.map((property) => [`rgb(${rgbOf(property).join(', ')})`, property]),
)
