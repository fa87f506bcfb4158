/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './stage.ts'

/**
 * Makes a dialog with a preview of every slide, from which the user can jump to any of them, and returns a function
 * that opens it. Runs in the page and closes over nothing.
 */
export function createOverview({ deck, make, createSlidePreview }: Stage): () => void {
  const grid = make('div', { class: 'overview-slides' })
  const dialog = make(
    'dialog',
    { class: 'stage-dialog stage-overview', 'aria-label': 'All slides', lang: 'en', dir: 'ltr' },
    [grid],
  )
  document.body.append(dialog)
  const buttons = () => [...grid.querySelectorAll('button')]
  const go = (index: number) => {
    dialog.close()
    deck.slide(index)
  }
  const buttonFor = (section: HTMLElement, index: number) => {
    const name = section.getAttribute('aria-label') ?? ''
    const button = make('button', { type: 'button', class: 'overview-slide' }, [
      make('span', { class: 'overview-picture' }, [createSlidePreview(section)]),
      make('span', { class: 'overview-name' }, [`${index + 1} ${name}`]),
    ])
    if (section === deck.getCurrentSlide()) button.setAttribute('aria-current', 'true')
    button.addEventListener('click', () => go(index))
    return button
  }
  const columns = () => getComputedStyle(grid).gridTemplateColumns.split(' ').length
  const STEPS: Readonly<Record<string, () => number>> = {
    ArrowRight: () => 1,
    ArrowLeft: () => -1,
    ArrowDown: columns,
    ArrowUp: () => -columns(),
    PageDown: () => 1,
    PageUp: () => -1,
    Home: () => -deck.getTotalSlides(),
    End: () => deck.getTotalSlides(),
  }
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation()
    const step = STEPS[event.key]?.()
    const all = buttons()
    if (event.key === 'o') dialog.close()
    if (step === undefined) return
    event.preventDefault()
    const focused = all.findIndex((button) => button.matches(':focus'))
    all[Math.max(0, Math.min(all.length - 1, focused + step))]?.focus()
  })
  new ResizeObserver(() => {
    const { width = 1280 } = deck.getConfig()
    const pictureWidth = grid.querySelector('.overview-picture')?.clientWidth ?? 0
    grid.style.setProperty('--picture-scale', String(pictureWidth / Number(width)))
  }).observe(grid)
  return () => {
    grid.replaceChildren(...deck.getSlides().map(buttonFor))
    dialog.showModal()
    buttons()[deck.getIndices().h]?.focus()
  }
}
