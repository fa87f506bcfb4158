// The speaker view: the current slide, the next one, the notes, the time and the pace.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { Stage } from './stage.ts'
import type { Timer } from './timer.ts'

export interface SpeakerWindow {
  /** Shows the current state. */
  readonly show: () => void
  /** Makes the notes larger or, for negative numbers, smaller by this many steps. */
  readonly resize: (steps: number) => void
  /** Scrolls the notes by this many half-screens. */
  readonly scroll: (halfScreens: number) => void
  readonly toggleList: () => void
}

/**
 * Turns the deck's page into the speaker view: the deck in a box, the next slide, the notes, the time and the pace.
 * Runs in the page.
 */
export const showSpeakerView = pageFunction(buildSpeakerWindow, [
  buildView,
  makeTimeUpdater,
  makeListUpdater,
  makeNoteUpdater,
  makeNextSlideUpdaters,
  planOf,
  plannedSeconds,
  partOf,
  formatTime,
  formatPace,
  statusOf,
])

function buildSpeakerWindow(stage: Stage, timer: Timer): SpeakerWindow {
  const { deck } = stage
  const TITLE = 'Speaker view: '
  const SIZES = [18, 21, 24, 28, 32, 37, 43, 50, 58]
  const state = { size: 3 }
  const view = buildView(stage)
  const next = makeNextSlideUpdaters(stage, view)
  const showNotes = makeNoteUpdater(stage, view)
  const showList = makeListUpdater(stage, view)
  const tick = makeTimeUpdater(stage, view, timer)
  const showInList = () => view.list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  const show = () => {
    // Lets the speaker tell the two windows apart when sharing one in a call.
    if (!document.title.startsWith(TITLE)) document.title = TITLE + document.title
    const section = deck.getCurrentSlide()
    const slides = deck.getSlides()
    timer.enter(partOf(section))
    const fragments = [...section.querySelectorAll<HTMLElement>('.fragment')]
    const steps = new Set(fragments.map((fragment) => fragment.dataset.fragmentIndex))
    const step = (deck.getIndices().f ?? -1) + 1
    view.position.textContent = `Slide ${slides.indexOf(section) + 1} of ${slides.length}${steps.size > 0 ? ` · step ${step} of ${steps.size}` : ''}`
    next.show()
    showNotes()
    showList()
    tick()
    // The parts in the list have their times, and so their final heights, only now.
    showInList()
    next.scale()
  }
  const setSize = () => view.notes.style.setProperty('--note-size', `${SIZES[state.size] ?? 28}px`)
  setSize()
  const observer = new ResizeObserver(() => {
    next.scale()
    deck.layout()
    showInList()
  })
  for (const box of [view.current, view.nextSlide, view.list]) observer.observe(box)
  setInterval(tick, 250)
  return {
    show,
    resize(steps) {
      state.size = Math.max(0, Math.min(SIZES.length - 1, state.size + steps))
      setSize()
    },
    scroll: (halfScreens) =>
      view.notes.scrollBy({ top: (halfScreens * view.notes.clientHeight) / 2, behavior: 'smooth' }),
    toggleList: () => view.root.toggleAttribute('data-list'),
  }
}

type SpeakerView = ReturnType<typeof buildView>

/** Builds the view around the deck, and returns its changing elements. */
function buildView({ deck, make, settings: { minutes } }: Stage) {
  const text = (className: string) => make('p', { class: className }, [''])
  const region = (name: string, label: string, children: readonly Node[]) =>
    make('section', { class: `speaker-${name}`, 'aria-label': label }, children)
  const figure = (label: string) => {
    const value = make('span', { class: 'speaker-figure-value' }, ['0:00'])
    return {
      value,
      box: make('div', { class: 'speaker-figure' }, [make('span', { class: 'speaker-figure-label' }, [label]), value]),
    }
  }
  const clock = figure('Clock')
  const elapsed = figure('Elapsed')
  const remaining = figure(minutes === null ? 'Time left' : `Time left of ${minutes} min`)
  const pace = figure('Pace')
  const bar = make('div', { class: 'speaker-bar', 'aria-hidden': 'true' })
  const position = text('speaker-where')
  const nextName = text('speaker-next-name')
  const nextSlide = make('div', { class: 'speaker-next-slide', 'aria-hidden': 'true', inert: '' })
  const notes = make('div', { class: 'speaker-note', tabindex: '0', role: 'region', 'aria-label': 'Notes' })
  const more = make('p', { class: 'speaker-more', 'aria-hidden': 'true', 'data-more': 'false' }, ['↓ More notes'])
  const list = make('ol', { class: 'speaker-parts' })
  const current = make('div', { class: 'speaker-current' })
  const root = make('div', { class: 'speaker', lang: 'en', dir: 'ltr' }, [
    make('header', { class: 'speaker-head' }, [clock.box, elapsed.box, remaining.box, pace.box]),
    make('div', { class: 'speaker-slides' }, [
      current,
      region('next', 'Next slide', [position, make('h2', { class: 'speaker-label' }, ['Next']), nextSlide, nextName]),
    ]),
    notes,
    more,
    region('list', 'All slides', [list]),
    bar,
  ])
  document.body.classList.add('is-speaker')
  document.body.prepend(root)
  const wrapper = deck.getRevealElement()
  if (wrapper !== null) current.append(wrapper)
  return { clock, elapsed, remaining, pace, bar, position, current, nextName, nextSlide, notes, more, list, root }
}

/** Returns a function that updates the time, the pace and the time of each part. */
function makeTimeUpdater(
  stage: Stage,
  { clock, elapsed, remaining, pace, bar, list }: SpeakerView,
  timer: Timer,
): () => void {
  const { deck } = stage
  /**
   * Shows the time of a part: "2:10 of 3:00" or, once the part is over, how much longer or shorter than planned it
   * took.
   */
  const showPart = (box: HTMLElement) => {
    const part = box.dataset.part ?? '0'
    const plan = plannedSeconds(deck.getSlides().filter((section) => partOf(section) === part))
    const spent = timer.seconds(part)
    const isOver = Number(part) < Number(partOf(deck.getCurrentSlide())) && spent > 0
    const difference = spent - plan
    const time = box.querySelector('.part-time')
    if (time !== null)
      time.textContent = isOver
        ? `${difference < 0 ? '−' : '+'}${formatTime(Math.abs(difference))}`
        : `${spent > 0 ? `${formatTime(spent)} of ` : ''}${formatTime(plan)}`
    box.dataset.status = isOver || spent > plan ? statusOf(difference) : 'none'
  }
  return () => {
    const date = new Date()
    const seconds = timer.seconds()
    const { total, start, end } = planOf(stage)
    clock.value.textContent = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
    elapsed.value.textContent = formatTime(seconds)
    elapsed.box.dataset.state = timer.isRunning() ? 'running' : seconds === 0 ? 'fresh' : 'paused'
    remaining.value.textContent = formatTime(total - seconds)
    remaining.box.dataset.status = total - seconds < 0 ? 'late' : total - seconds < total / 10 ? 'slow' : 'good'
    // A slide is on time between its planned beginning and its planned end.
    const behind = seconds > end ? seconds - end : Math.min(0, seconds - start)
    pace.value.textContent = seconds === 0 ? '–' : formatPace(behind)
    pace.box.dataset.status = statusOf(behind)
    const planned = Math.max(1, plannedSeconds(deck.getSlides()))
    bar.style.setProperty('--planned', String((start / planned) * (planned / Math.max(planned, total))))
    bar.style.setProperty('--elapsed', String(Math.min(1, seconds / Math.max(1, total))))
    for (const box of list.querySelectorAll<HTMLElement>('.speaker-part')) showPart(box)
  }
}

/** Returns the planned times in seconds: the length of the talk, and when the current slide begins and ends. */
function planOf({ deck, settings: { minutes } }: Stage) {
  const slides = deck.getSlides()
  const current = deck.getCurrentSlide()
  const start = plannedSeconds(slides.slice(0, slides.indexOf(current)))
  return {
    total: minutes === null ? plannedSeconds(slides) : minutes * 60,
    start,
    end: start + plannedSeconds([current]),
  }
}

function plannedSeconds(sections: readonly HTMLElement[]): number {
  return sections.reduce((sum, section) => sum + Number(section.dataset.timing ?? 0), 0)
}

function partOf(section: HTMLElement): string {
  return section.dataset.part ?? '0'
}

/** Returns a function that lists all slides under their parts, with the current one marked. */
function makeListUpdater({ deck, make }: Stage, { list }: SpeakerView): () => void {
  const entryOf = (section: HTMLElement, index: number) => {
    const button = make('button', { type: 'button', class: 'list-slide' }, [
      make('span', { class: 'list-number' }, [String(index + 1)]),
      make('span', { class: 'list-title', lang: document.documentElement.lang, dir: 'auto' }, [
        section.getAttribute('aria-label') ?? '',
      ]),
    ])
    if (section === deck.getCurrentSlide()) button.setAttribute('aria-current', 'true')
    button.addEventListener('click', () => deck.slide(index))
    return make('li', {}, [button])
  }
  return () => {
    const groups = new Map<string, HTMLElement[]>()
    const all = deck.getSlides()
    // Consecutive slides of one part form a group; later slides outside all parts form a separate group.
    for (const section of all) {
      const last = [...groups.keys()].at(-1)
      const key = last?.startsWith(`${partOf(section)} `) ? last : `${partOf(section)} ${groups.size}`
      groups.set(key, [...(groups.get(key) ?? []), section])
    }
    list.replaceChildren(
      ...[...groups].map(([key, sections]) => {
        const [part = '0'] = key.split(' ')
        const name = sections[0]?.dataset.partName ?? ''
        const heading = make('div', { class: 'speaker-part', 'data-part': part }, [
          make('span', { class: 'part-name' }, [name]),
          make('span', { class: 'part-time' }),
        ])
        const entries = sections.map((section) => entryOf(section, all.indexOf(section)))
        return make('li', {}, [...(part === '0' ? [] : [heading]), make('ol', { class: 'part-slides' }, entries)])
      }),
    )
  }
}

/**
 * Returns a function that shows the notes of the current slide, scrolled to the top for a new slide. A line below them
 * says whether they continue out of sight.
 */
function makeNoteUpdater({ deck, make }: Stage, { notes, more }: SpeakerView): () => void {
  const { lang, dir } = document.documentElement
  const state = { shownId: '' }
  const inner = make('div', { lang, dir })
  notes.append(inner)
  const showMore = () => {
    more.dataset.more = String(inner.getBoundingClientRect().bottom > notes.getBoundingClientRect().bottom + 1)
  }
  notes.addEventListener('scroll', showMore)
  const observer = new ResizeObserver(showMore)
  for (const box of [notes, inner]) observer.observe(box)
  return () => {
    const section = deck.getCurrentSlide()
    const note = section.querySelector('aside.notes')?.cloneNode(true)
    const content =
      note instanceof HTMLElement
        ? [...note.childNodes]
        : [make('p', { class: 'speaker-silent' }, ['There are no notes for this slide.'])]
    inner.replaceChildren(...content)
    if (state.shownId !== section.id) notes.scrollTop = 0
    state.shownId = section.id
  }
}

/** Returns functions that show the next slide, and scale it to its box. */
function makeNextSlideUpdaters({ deck, createSlidePreview }: Stage, { nextSlide, nextName }: SpeakerView) {
  return {
    show() {
      const slides = deck.getSlides()
      const next = slides[slides.indexOf(deck.getCurrentSlide()) + 1]
      nextSlide.replaceChildren(...(next === undefined ? [] : [createSlidePreview(next)]))
      nextName.textContent = next === undefined ? 'This is the last slide.' : (next.getAttribute('aria-label') ?? '')
    },
    scale() {
      const { width = 1280 } = deck.getConfig()
      nextSlide.style.setProperty('--next-scale', String(nextSlide.clientWidth / Number(width)))
    },
  }
}

/** Formats seconds as "1:02:03" or "2:03", with a minus sign if they are negative. */
function formatTime(seconds: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  const wholeSeconds = Math.floor(Math.abs(seconds))
  const [hours, rest] = [Math.floor(wholeSeconds / 3600), wholeSeconds % 3600]
  const sign = seconds <= -1 ? '−' : ''
  const start = hours > 0 ? `${hours}:${twoDigits(Math.floor(rest / 60))}` : String(Math.floor(rest / 60))
  return `${sign}${start}:${twoDigits(rest % 60)}`
}

/** Describes in words how far the talk is behind the plan; negative seconds mean that it is ahead. */
function formatPace(seconds: number): string {
  const wholeSeconds = Math.round(seconds)
  if (Math.abs(wholeSeconds) < 10) return 'On time'
  return `${formatTime(Math.abs(wholeSeconds))} ${wholeSeconds > 0 ? 'behind' : 'ahead'}`
}

function statusOf(seconds: number): 'late' | 'slow' | 'good' {
  return seconds > 60 ? 'late' : seconds > 10 ? 'slow' : 'good'
}
