/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Measures the space for the chart on each slide shown, in CSS px. Runs in the page and closes over nothing. */
export function chartRooms(): { width: number; height: number }[] {
  return [...document.querySelectorAll('.slide-body')].map((body) => {
    const style = getComputedStyle(body)
    const sides = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0)
    const caption = Number.parseFloat(style.getPropertyValue('--caption-room')) || 0
    return {
      width: Math.floor(body.clientWidth - sides(['padding-left', 'padding-right'])),
      height: Math.floor(body.clientHeight - sides(['padding-top', 'padding-bottom']) - caption),
    }
  })
}
