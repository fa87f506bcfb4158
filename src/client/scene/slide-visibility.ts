/// <reference lib="dom" />

/**
 * Hides backgrounds and text, so that a screenshot of an image, drawing or formula shows nothing else. Runs in the
 * page.
 */
export function hideBackgrounds(): void {
  const SHOWN = 'img, svg, svg *, .formula, .formula *, .inline-formula, .inline-formula *, .event-logo, .event-logo *'
  const style = document.createElement('style')
  style.id = 'lectern-hidden-backgrounds'
  // A logo is a background image; the chip under it is a separate shape.
  style.textContent =
    '.slide,.slide :not(svg *,.picture,.code,.event-logo){background:none!important}' +
    '.event-logo{background-color:transparent!important}' +
    `.slide *{visibility:hidden!important}.slide :is(${SHOWN}){visibility:visible!important}`
  document.head.append(style)
}

/** Shows backgrounds and text again, for the next file that is made from the page. Runs in the page. */
export function showBackgrounds(): void {
  document.getElementById('lectern-hidden-backgrounds')?.remove()
}

/** Hides everything on slides except their own backgrounds, so that a screenshot shows only these. Runs in the page. */
export function hideContent(): void {
  const style = document.createElement('style')
  style.id = 'lectern-hidden-content'
  style.textContent = '.slide *,.slide::before,.slide::after{visibility:hidden!important}'
  document.head.append(style)
}

/** Shows the content of slides again. Runs in the page. */
export function showContent(): void {
  document.getElementById('lectern-hidden-content')?.remove()
}
