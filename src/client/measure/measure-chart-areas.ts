/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Measures the area for the chart on each slide shown, in CSS px. Runs in the page and closes over nothing. */
export function measureChartAreas(): { width: number; height: number }[] {
  return [...document.querySelectorAll('.slide-body')].map((body) => {
    const style = getComputedStyle(body)
    const sum = (names: readonly string[]) =>
      names.reduce((total, name) => total + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0)
    return {
      width: Math.floor(body.clientWidth - sum(['padding-left', 'padding-right'])),
      height: Math.floor(body.clientHeight - sum(['padding-top', 'padding-bottom', '--caption-room'])),
    }
  })
}
