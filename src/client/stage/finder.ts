/// <reference lib="dom" />
import { withHelpers } from '../with-helpers.ts'
import type { Make, Stage, StageDeck } from './stage.ts'

/**
 * Makes a dialog that finds a slide by its number, or by words on it or in its notes, and returns a function that opens
 * it. At first, the dialog lists all slides, with the current one selected. Runs in the page.
 */
export const finder = withHelpers(newFinder, [finderDialog, slidesFound, foundOption])

function newFinder({ deck, make }: Stage): () => void {
  const { dialog, input, count, list } = finderDialog(make)
  const state: { chosen: number; found: readonly HTMLElement[] } = { chosen: 0, found: [] }

  const choose = (index: number) => {
    const options = [...list.children]
    state.chosen = Math.max(0, Math.min(index, options.length - 1))
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === state.chosen))
    const option = options[state.chosen]
    input.setAttribute('aria-activedescendant', option?.id ?? '')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const go = () => {
    const section = state.found[state.chosen]
    dialog.close()
    if (section !== undefined) deck.slide(deck.getIndices(section).h)
  }
  const look = () => {
    const found = slidesFound(deck, input.value)
    state.found = found.map(({ section }) => section)
    list.replaceChildren(...found.map((each) => foundOption(each, make)))
    count.textContent = found.length === 1 ? '1 slide' : `${found.length} slides`
    const current = deck.getCurrentSlide()
    choose(input.value === '' ? state.found.indexOf(current) : 0)
  }
  const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
  input.addEventListener('input', look)
  input.addEventListener('keydown', (event) => {
    const step = STEPS[event.key]
    if (step !== undefined) choose(state.chosen + step)
    else if (event.key === 'Enter') go()
    else return
    event.preventDefault()
  })
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    if (option === null) return
    choose([...list.children].indexOf(option))
    go()
  })
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  return () => {
    input.value = ''
    dialog.showModal()
    look()
    input.focus()
  }
}

function finderDialog(make: Make) {
  const input = make('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': 'Slide number, or words',
    'aria-expanded': 'true',
    'aria-controls': 'stage-found',
    'aria-autocomplete': 'list',
    placeholder: 'Number or words',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const list = make('ul', { id: 'stage-found', role: 'listbox', 'aria-label': 'Slides' })
  const count = make('p', { class: 'finder-count', role: 'status' })
  const dialog = make(
    'dialog',
    { class: 'stage-dialog stage-finder', 'aria-label': 'Go to a slide', lang: 'en', dir: 'ltr' },
    [input, count, list],
  )
  document.body.append(dialog)
  return { dialog, input, count, list }
}

interface FoundSlide {
  readonly section: HTMLElement
  /** From 1. */
  readonly number: number
}

/** Finds the slide with this number, then those that contain all the words, without regard to case and accents. */
function slidesFound(deck: StageDeck, query: string): readonly FoundSlide[] {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain(query).split(/\s+/).filter(Boolean)
  const all = deck.getSlides().map((section, index) => ({ section, number: index + 1 }))
  const exact = all.filter(({ number }) => String(number) === query.trim())
  const others = all.filter(({ section, number }) => {
    const text = plain(section.textContent ?? '')
    return String(number) !== query.trim() && words.every((word) => text.includes(word))
  })
  return [...exact, ...others]
}

function foundOption({ section, number }: FoundSlide, make: Make): HTMLElement {
  return make('li', { id: `stage-found-${number}`, role: 'option' }, [
    make('span', { class: 'finder-number' }, [String(number)]),
    make('span', { lang: document.documentElement.lang, dir: 'auto' }, [section.getAttribute('aria-label') ?? '']),
  ])
}
