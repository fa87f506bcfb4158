/** The background that attributes of reveal.js give a slide; a picture wins over a gradient, and that over a colour. */
export function revealBackground(attribute: (name: string) => string | undefined): string | undefined {
  return (
    attribute('background-image') ??
    attribute('background-gradient') ??
    attribute('background-color') ??
    attribute('background')
  )
}
