/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { Make, Stage, StageDeck } from './stage.ts'

/**
 * Makes a dialog that finds a slide by its number, or by words on it or in its notes, and returns a function that opens
 * it. When it opens, the dialog lists all slides, and the current one is selected. Runs in the page.
 */
export const createFinder = pageFunction(buildFinder, [finderDialog, findSlides, makeOption])

function buildFinder({ deck, make }: Stage): () => void {
  const { dialog, input, count, list } = finderDialog(make)
  const state: { selected: number; sections: readonly HTMLElement[] } = { selected: 0, sections: [] }

  const choose = (index: number) => {
    const options = [...list.children]
    state.selected = Math.max(0, Math.min(index, options.length - 1))
    for (const [optionIndex, option] of options.entries())
      option.setAttribute('aria-selected', String(optionIndex === state.selected))
    const option = options[state.selected]
    input.setAttribute('aria-activedescendant', option?.id ?? '')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const go = () => {
    const section = state.sections[state.selected]
    dialog.close()
    if (section !== undefined) deck.slide(deck.getIndices(section).h)
  }
  const search = () => {
    const slides = findSlides(deck, input.value)
    state.sections = slides.map(({ section }) => section)
    list.replaceChildren(...slides.map((slide) => makeOption(slide, make)))
    count.textContent = slides.length === 1 ? '1 slide' : `${slides.length} slides`
    const current = deck.getCurrentSlide()
    choose(input.value === '' ? state.sections.indexOf(current) : 0)
  }
  const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
  input.addEventListener('input', search)
  input.addEventListener('keydown', (event) => {
    const step = STEPS[event.key]
    if (step !== undefined) choose(state.selected + step)
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
    search()
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
  /** Counted from 1. */
  readonly number: number
}

/**
 * Finds the slide whose number is the query, then those with all words of the query in their title, then those with
 * them anywhere. Ignores case and accents.
 */
function findSlides(deck: StageDeck, query: string): readonly FoundSlide[] {
  const normalize = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = normalize(query).split(/\s+/).filter(Boolean)
  const all = deck.getSlides().map((section, index) => ({ section, number: index + 1 }))
  const byNumber = all.filter(({ number }) => String(number) === query.trim())
  const hasWords = (text: string | null) => words.every((word) => normalize(text ?? '').includes(word))
  const byWords = all.filter(({ section, number }) => String(number) !== query.trim() && hasWords(section.textContent))
  const isTitled = ({ section }: FoundSlide) => words.length > 0 && hasWords(section.getAttribute('aria-label'))
  return [...byNumber, ...byWords.filter(isTitled), ...byWords.filter((slide) => !isTitled(slide))]
}

function makeOption({ section, number }: FoundSlide, make: Make): HTMLElement {
  return make('li', { id: `stage-found-${number}`, role: 'option' }, [
    make('span', { class: 'finder-number' }, [String(number)]),
    make('span', { lang: document.documentElement.lang, dir: 'auto' }, [section.getAttribute('aria-label') ?? '']),
  ])
}
