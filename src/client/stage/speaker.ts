/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Timer } from './clock.ts'
import type { Stage } from './stage.ts'

export interface Speaker {
  /** Shows what is so now. */
  readonly show: () => void
  readonly resize: (steps: number) => void
  /** Scrolls the notes by so many halves of their height. */
  readonly scroll: (halves: number) => void
  readonly toggleList: () => void
}

/**
 * The speaker's view of the deck: the slide in view, the next, the notes, the time and the pace. It is the deck's own page, with the
 * deck in one of its boxes. Runs in the page and closes over nothing.
 */
export function speaker({ deck, make, picture, settings }: Stage, timer: Timer): Speaker {
  const { minutes } = settings
  const SIZES = [18, 21, 24, 28, 32, 37, 43, 50, 58]
  const state = { size: 3, shown: '' }
  const text = (className: string, words = '') => make('p', { class: className }, [words])
  const region = (name: string, label: string, children: readonly Node[]) =>
    make('section', { class: `speaker-${name}`, 'aria-label': label }, children)

  const figure = (label: string) => {
    const value = make('span', { class: 'figure-value' }, ['0:00'])
    return { value, box: make('div', { class: 'figure' }, [make('span', { class: 'figure-label' }, [label]), value]) }
  }
  const now = figure('Clock')
  const elapsed = figure('Elapsed')
  const left = figure(minutes === null ? 'Left of the notes' : `Left of ${minutes} min`)
  const pace = figure('Pace')
  const bar = make('div', { class: 'speaker-bar', 'aria-hidden': 'true' })
  const where = text('speaker-where')
  const nextName = text('speaker-next-name')
  const nextSlide = make('div', { class: 'speaker-next-slide', 'aria-hidden': 'true', inert: '' })
  const notes = make('div', { class: 'speaker-note', tabindex: '0', role: 'region', 'aria-label': 'Notes' })
  const list = make('ol', { class: 'speaker-parts' })
  const wrapper = deck.getRevealElement()
  const current = make('div', { class: 'speaker-current' })
  const view = make('div', { class: 'speaker', lang: 'en', dir: 'ltr' }, [
    make('header', { class: 'speaker-head' }, [now.box, elapsed.box, left.box, pace.box]),
    make('div', { class: 'speaker-slides' }, [
      current,
      region('next', 'Next slide', [where, make('h2', { class: 'speaker-label' }, ['Next']), nextSlide, nextName]),
    ]),
    notes,
    region('list', 'All slides', [list]),
    bar,
  ])
  document.body.classList.add('is-speaker')
  document.body.prepend(view)
  if (wrapper !== null) current.append(wrapper)

  const two = (value: number) => String(value).padStart(2, '0')
  const clockText = (seconds: number) => {
    const whole = Math.floor(Math.abs(seconds))
    const [hours, rest] = [Math.floor(whole / 3600), whole % 3600]
    const sign = seconds <= -1 ? '−' : ''
    const start = hours > 0 ? `${hours}:${two(Math.floor(rest / 60))}` : String(Math.floor(rest / 60))
    return `${sign}${start}:${two(rest % 60)}`
  }
  const slides = () => deck.getSlides()
  const secondsOf = (section: HTMLElement) => Number(section.dataset.timing ?? 0)
  const partOf = (section: HTMLElement | undefined) => section?.dataset.part ?? '0'
  const planned = (sections: readonly HTMLElement[]) => sections.reduce((sum, each) => sum + secondsOf(each), 0)
  const index = () => slides().indexOf(deck.getCurrentSlide())
  const total = () => (minutes === null ? planned(slides()) : minutes * 60)

  /** Seconds behind the plan; below zero ahead of it. A slide is on time from its planned beginning to its planned end. */
  const behind = () => {
    const seconds = timer.seconds()
    const start = planned(slides().slice(0, index()))
    const end = start + secondsOf(deck.getCurrentSlide())
    if (seconds > end) return seconds - end
    return seconds < start ? seconds - start : 0
  }
  const paceText = (seconds: number) => {
    const whole = Math.round(seconds)
    if (Math.abs(whole) < 10) return 'On time'
    return `${clockText(Math.abs(whole))} ${whole > 0 ? 'behind' : 'ahead'}`
  }
  const moodOf = (seconds: number) => (seconds > 60 ? 'late' : seconds > 10 ? 'slow' : 'good')

  const tick = () => {
    const date = new Date()
    const seconds = timer.seconds()
    now.value.textContent = `${date.getHours()}:${two(date.getMinutes())}`
    elapsed.value.textContent = clockText(seconds)
    elapsed.box.dataset.state = timer.isRunning() ? 'running' : seconds === 0 ? 'fresh' : 'paused'
    left.value.textContent = clockText(total() - seconds)
    left.box.dataset.mood = total() - seconds < 0 ? 'late' : total() - seconds < total() / 10 ? 'slow' : 'good'
    const late = behind()
    pace.value.textContent = seconds === 0 ? '–' : paceText(late)
    pace.box.dataset.mood = moodOf(late)
    bar.style.setProperty('--elapsed', String(Math.min(1, seconds / Math.max(1, total()))))
    for (const box of list.querySelectorAll<HTMLElement>('.speaker-part')) showPart(box)
  }
  /** "2:10 of 3:00", and of a part that is over by how much it took longer or shorter. */
  const showPart = (box: HTMLElement) => {
    const part = box.dataset.part ?? '0'
    const plan = planned(slides().filter((section) => partOf(section) === part))
    const spent = timer.seconds(part)
    const isOver = Number(part) < Number(partOf(deck.getCurrentSlide())) && spent > 0
    const difference = spent - plan
    const time = box.querySelector('.part-time')
    if (time !== null)
      time.textContent = isOver
        ? `${difference < 0 ? '−' : '+'}${clockText(Math.abs(difference))}`
        : `${spent > 0 ? `${clockText(spent)} of ` : ''}${clockText(plan)}`
    box.dataset.mood = isOver || spent > plan ? moodOf(difference) : 'none'
  }

  const showNext = () => {
    const next = slides()[index() + 1]
    nextSlide.replaceChildren(...(next === undefined ? [] : [picture(next)]))
    nextName.textContent = next === undefined ? 'That was the last slide.' : (next.getAttribute('aria-label') ?? '')
  }
  const showNotes = () => {
    const section = deck.getCurrentSlide()
    const said = section.querySelector('aside.notes')?.cloneNode(true)
    const content =
      said instanceof HTMLElement ? [...said.childNodes] : [text('speaker-silent', 'Nothing is said here.')]
    const inner = make('div', { lang: document.documentElement.lang, dir: document.documentElement.dir }, content)
    notes.replaceChildren(inner)
    if (state.shown !== section.id) notes.scrollTop = 0
    state.shown = section.id
  }
  const entryOf = (section: HTMLElement, at: number) => {
    const button = make('button', { type: 'button', class: 'list-slide' }, [
      make('span', { class: 'list-number' }, [String(at + 1)]),
      make('span', { class: 'list-title', lang: document.documentElement.lang, dir: 'auto' }, [
        section.getAttribute('aria-label') ?? '',
      ]),
    ])
    if (at === index()) button.setAttribute('aria-current', 'true')
    button.addEventListener('click', () => deck.slide(at))
    return make('li', {}, [button])
  }
  const showList = () => {
    const groups = new Map<string, HTMLElement[]>()
    const all = slides()
    // A run of slides of one part; what stands outside all parts after them is a run of its own.
    for (const section of all) {
      const last = [...groups.keys()].at(-1)
      const key = last?.startsWith(`${partOf(section)} `) ? last : `${partOf(section)} ${groups.size}`
      groups.set(key, [...(groups.get(key) ?? []), section])
    }
    list.replaceChildren(
      ...[...groups].map(([key, sections]) => {
        const [part = '0'] = key.split(' ')
        const name = sections[0]?.dataset.partName ?? ''
        const head = make('div', { class: 'speaker-part', 'data-part': part }, [
          make('span', { class: 'part-name' }, [name]),
          make('span', { class: 'part-time' }),
        ])
        const entries = sections.map((section) => entryOf(section, all.indexOf(section)))
        return make('li', {}, [...(part === '0' ? [] : [head]), make('ol', { class: 'part-slides' }, entries)])
      }),
    )
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }
  const showBar = () => {
    const whole = Math.max(1, planned(slides()))
    const at = planned(slides().slice(0, index()))
    bar.style.setProperty('--planned', String((at / whole) * (whole / Math.max(whole, total()))))
  }
  const scaleNext = () => {
    const { width = 1280 } = deck.getConfig()
    nextSlide.style.setProperty('--next-scale', String(nextSlide.clientWidth / Number(width)))
  }
  const show = () => {
    const section = deck.getCurrentSlide()
    timer.enter(partOf(section))
    const steps = new Set(
      [...section.querySelectorAll<HTMLElement>('.fragment')].map((each) => each.dataset.fragmentIndex),
    )
    const step = (deck.getIndices().f ?? -1) + 1
    where.textContent = `Slide ${index() + 1} of ${slides().length}${steps.size > 0 ? ` · step ${step} of ${steps.size}` : ''}`
    showNext()
    showNotes()
    showList()
    showBar()
    tick()
    scaleNext()
  }
  const setSize = () => notes.style.setProperty('--note-size', `${SIZES[state.size] ?? 28}px`)
  setSize()
  new ResizeObserver(() => {
    scaleNext()
    deck.layout()
  }).observe(view)
  setInterval(tick, 250)
  return {
    show,
    resize(steps) {
      state.size = Math.max(0, Math.min(SIZES.length - 1, state.size + steps))
      setSize()
    },
    scroll: (halves) => notes.scrollBy({ top: (halves * notes.clientHeight) / 2, behavior: 'smooth' }),
    toggleList: () => view.toggleAttribute('data-list'),
  }
}
