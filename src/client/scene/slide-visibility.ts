/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Hides backgrounds and text, so that a screenshot of an image, drawing or formula shows nothing else. Runs in the
 * page.
 */
export function hideBackgrounds(): void {
  const SHOWN = 'img, svg, svg *, .formula, .formula *, .inline-formula, .inline-formula *, .event-logo, .event-logo *'
  // What the theme hides, such as the foot under a strip, stays hidden.
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>(SHOWN))
    if (getComputedStyle(element).visibility === 'hidden') element.dataset.hiddenByTheme = ''
  const style = document.createElement('style')
  style.id = 'lectern-hidden-backgrounds'
  // A logo is a background image; the chip under it is a separate shape.
  style.textContent =
    '.slide,.slide :not(svg *,.picture,.code,.event-logo){background:none!important}' +
    '.event-logo{background-color:transparent!important}' +
    `.slide *,.slide::before,.slide::after{visibility:hidden!important}.slide :is(${SHOWN}):not([data-hidden-by-theme]){visibility:visible!important}`
  document.head.append(style)
}

/** Shows backgrounds and text again, for the next file that is made from the page. Runs in the page. */
export function showBackgrounds(): void {
  document.getElementById('lectern-hidden-backgrounds')?.remove()
  for (const element of document.querySelectorAll('[data-hidden-by-theme]'))
    element.removeAttribute('data-hidden-by-theme')
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
