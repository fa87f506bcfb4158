/// <reference lib="dom" />

/** Hides backgrounds and words, so that pictures taken of the page show only their subject. Runs in the page. */
export function hideBackgrounds(): void {
  const PICTURES =
    'img, svg, svg *, .formula, .formula *, .inline-formula, .inline-formula *, .event-logo, .event-logo *'
  const style = document.createElement('style')
  style.id = 'lectern-no-grounds'
  // A logo is a background picture; the chip under it is a shape of its own.
  style.textContent =
    '.slide,.slide :not(svg *,.picture,.code,.event-logo){background:none!important}' +
    '.event-logo{background-color:transparent!important}' +
    `.slide *{visibility:hidden!important}.slide :is(${PICTURES}){visibility:visible!important}`
  document.head.append(style)
}

/** Shows the backgrounds again, for the next file that is made from the page. Runs in the page. */
export function showBackgrounds(): void {
  document.getElementById('lectern-no-grounds')?.remove()
}
