/// <reference lib="dom" />
import type { Stage } from './stage.ts'

/**
 * A dialog that finds a slide by its number, or by words on it or in its notes. It opens with all slides listed and the current
 * one selected. Runs in the page and closes over nothing.
 */
export function finder({ deck, make }: Stage): () => void {
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
  const state: { chosen: number; found: readonly HTMLElement[] } = { chosen: 0, found: [] }

  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const numbered = () => deck.getSlides().map((section, index) => ({ section, number: index + 1 }))
  const matching = (query: string) => {
    const words = plain(query).split(/\s+/).filter(Boolean)
    const all = numbered()
    const exact = all.filter(({ number }) => String(number) === query.trim())
    const others = all.filter(({ section, number }) => {
      const text = plain(section.textContent ?? '')
      return String(number) !== query.trim() && words.every((word) => text.includes(word))
    })
    return [...exact, ...others]
  }
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
  const optionFor = (section: HTMLElement, number: number, index: number) => {
    const option = make('li', { id: `stage-found-${number}`, role: 'option' }, [
      make('span', { class: 'finder-number' }, [String(number)]),
      make('span', { lang: document.documentElement.lang, dir: 'auto' }, [section.getAttribute('aria-label') ?? '']),
    ])
    option.addEventListener('click', () => {
      choose(index)
      go()
    })
    return option
  }
  const look = () => {
    const found = matching(input.value)
    state.found = found.map(({ section }) => section)
    list.replaceChildren(...found.map(({ section, number }, index) => optionFor(section, number, index)))
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
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  return () => {
    input.value = ''
    dialog.showModal()
    look()
    input.focus()
  }
}
