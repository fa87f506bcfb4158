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

/** Whether reveal.js attributes put a video or a web page behind a slide. */
export function hasMovingBackground(attributes: string): boolean {
  return /\bbackground-(?:video|iframe)\s*=/.test(attributes)
}
