// An invented talk with every layout, to show what a theme looks like.

import type { Deck, LayoutName, Note, Slide } from '../model/deck.ts'
import type { Column, Line, LineKind, Point, Row } from '../model/draft.ts'
import { LISTING, POWER, ROWS, TIDE_CURVE } from './sample-content.ts'

/** The parts of the sample: enough to show the colours that a theme gives to parts. */
const PARTS = ['The Pull of the Moon', 'Harbours and Their Delays', 'Power from the Tide', 'What the Tables Leave Out']

/** A slide of the sample, without its id or note. */
type SampleSlide = { [L in LayoutName]: Pick<Slide<L>, 'layout' | 'part' | 'slots'> }[LayoutName]

const EMPTY_NOTE: Note = { sentences: [], seconds: 0, cue: null }

const SLIDES: readonly SampleSlide[] = [
  {
    layout: 'title',
    part: 0,
    slots: {
      title: line('How Tides Keep Time', 'heading'),
      subtitle: line('Why the sea is late, and how harbours know'),
      credits: [line('Harbour Office'), line('14 May 2026'), line('Upper Lock')],
    },
  },
  {
    layout: 'agenda',
    part: 0,
    slots: {
      title: line('Agenda', 'frame'),
      entries: PARTS.map((name, index) => ({ line: line(name, 'heading'), part: index + 1 })),
    },
  },
  {
    layout: 'part',
    part: 1,
    slots: {
      title: line('The Pull of the Moon', 'heading'),
      number: line('1', 'frame'),
      lede: line('a force too small to feel moves a billion tonnes of water twice a day'),
    },
  },
  {
    layout: 'points',
    part: 1,
    slots: {
      title: line('The moon pulls harder on the near side, and that difference raises two bulges'),
      lead: null,
      points: [
        point('The difference in the pull, and not the pull itself, stretches the ocean along one line'),
        point('The earth turns beneath both bulges, so most coasts likely see two high waters a day'),
        point('The moon moves on meanwhile, which makes each tide about fifty minutes later'),
      ],
    },
  },
  {
    layout: 'points',
    part: 1,
    slots: {
      title: line('What sets the height'),
      lead: null,
      points: [point('The distance to the moon'), point('The depth of the sea'), point('The shape of the coast')],
    },
  },
  {
    layout: 'points',
    part: 2,
    slots: {
      title: line('Before the winter storms'),
      lead: line('The harbour office asks three things of every port'),
      points: [
        point('Read the gauges'),
        point('at high water, and at low water too', 1),
        point('Report what they say'),
        point('Repair the lamps'),
      ],
    },
  },
  {
    layout: 'statement',
    part: 2,
    slots: {
      title: null,
      statement: line('No harbour has ever been early, and every harbour is late by its own amount'),
      source: line('the pilot book of 1842'),
      formula: null,
    },
  },
  {
    layout: 'number',
    part: 2,
    slots: {
      title: null,
      value: line('2%'),
      label: line('at least 2% of the income of every member harbour for its gauges'),
      context: line('The harbour office has long been an advocate for sharing the burden'),
    },
  },
  {
    layout: 'timeline',
    part: 2,
    slots: {
      title: line('Four gauges in two hundred years'),
      moments: [
        { when: line('1831'), what: line('the first self-recording gauge is installed on the quay') },
        { when: line('1872'), what: line('a machine adds up the tides of a year') },
        { when: line('1961'), what: line('the storm takes the gauge and the quay') },
        { when: line('2019'), what: line('radar reads the water from above') },
      ],
    },
  },
  {
    layout: 'table',
    part: 3,
    slots: {
      title: line('High water comes later farther inland'),
      header: row('Station', 'Distance', 'Delay', 'What holds the water back'),
      rows: ROWS.map((cells) => row(...cells)),
      align: null,
      caption: line('Twelve-month averages, measured at the harbour gauges', 'caption'),
    },
  },
  {
    layout: 'chart',
    part: 3,
    slots: {
      title: line('Power from the tide has doubled'),
      chart: {
        kind: 'line',
        axis: 'Year',
        labels: POWER.map(([year]) => year),
        positions: POWER.map(([year]) => Number(year)),
        series: [{ name: '', values: POWER.map(([, power]) => Number(power)), texts: POWER.map(([, power]) => power) }],
        measure: 'Power (MW)',
      },
      header: row('Year', 'Power (MW)'),
      rows: POWER.map((cells) => row(...cells)),
      caption: null,
      drawing: null,
    },
  },
  {
    layout: 'image',
    part: 3,
    slots: {
      title: line('The water of one day'),
      picture: {
        image: { type: 'image', url: 'gauge.svg', alt: 'A curve with two crests and two troughs' },
        content: { data: TIDE_CURVE, width: 1200, height: 620, isDrawing: true, isPhotograph: false },
      },
      caption: line('As drawn by the gauge at the old lighthouse', 'caption'),
    },
  },
  {
    layout: 'code',
    part: 3,
    slots: {
      title: line('The rule of twelfths'),
      language: 'python',
      lines: LISTING.map((pieces) => line(pieces.map(({ text }) => text).join(''), 'code')),
      pieces: LISTING,
    },
  },
  {
    layout: 'statement',
    part: 3,
    slots: {
      title: line('The same rule, written as pilots do'),
      statement: line('h = a cos(wt - p)', 'math'),
      source: null,
      formula: null,
    },
  },
  {
    layout: 'part',
    part: 4,
    slots: { title: line('What the Tables Leave Out', 'heading'), number: line('4', 'frame'), lede: null },
  },
  {
    layout: 'quote',
    part: 4,
    slots: {
      title: null,
      quote: line('Sound gauges are essential for the readiness and the credit of every harbour in changing seas'),
      speaker: line('the pilots of the upper lock'),
    },
  },
  {
    layout: 'comparison',
    part: 4,
    slots: {
      title: line('What the pilots make of it'),
      columns: [
        side(line('Some pilots stress'), line('the strength of the old harbour league')),
        side(line('Other pilots look to'), line('what the meeting means for the dredging duties')),
      ],
    },
  },
  {
    layout: 'takeaways',
    part: 0,
    slots: {
      title: line('In conclusion', 'frame'),
      points: [
        line('Tides follow the difference in the pull, not the pull'),
        line('Every harbour is late by its own amount'),
        line('Power from the tide is predictable but never free'),
      ],
    },
  },
  {
    layout: 'closing',
    part: 0,
    slots: {
      title: line('Thank you', 'frame'),
      credits: [line('Harbour Office'), line('How Tides Keep Time')],
    },
  },
]

/** The sample deck. Its claims about tides and harbours are invented. */
export const sample: Deck = {
  type: 'deck',
  title: 'How Tides Keep Time',
  author: 'Harbour Office',
  language: 'en',
  direction: 'ltr',
  text: '',
  marks: [],
  event: null,
  parts: PARTS.map((name, index) => ({ number: index + 1, name })),
  slides: SLIDES.map((slide, index) => ({
    ...slide,
    type: 'slide',
    id: `sample-${index + 1}-${slide.layout}`,
    note: EMPTY_NOTE,
  })),
}

function line(text: string, kind: LineKind = 'prose'): Line {
  return { text, spans: [], added: [], kind, weight: 1 }
}

function side(name: Line, text: Line): Column {
  return { name, blocks: [{ type: 'text', line: text }] }
}

function point(text: string, depth: Point['depth'] = 0): Point {
  return { line: line(text), depth }
}

function row(...cells: readonly string[]): Row {
  return { line: line(cells.join('\t'), 'row'), cells }
}
