/**
 * Returns the background that reveal.js attributes give a slide; undefined if they give none. A picture takes
 * precedence over a gradient, and a gradient over a colour.
 */
export function revealBackground(attribute: (name: string) => string | undefined): string | undefined {
  return (
    attribute('background-image') ??
    attribute('background-gradient') ??
    attribute('background-color') ??
    attribute('background')
  )
}
