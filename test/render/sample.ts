import type { Deck, Note, Slide } from '../../src/model/deck.ts'
import type { Column, Line } from '../../src/model/draft.ts'
import { deckOf, line, note, point, row, sentence, slide } from './decks.ts'

const side = (name: Line, text: Line): Column => ({ name, blocks: [{ type: 'text', line: text }] })

const LONG_NOTE = Array.from(
  { length: 60 },
  (_, index) =>
    `${index % 5 === 0 ? '¶' : ''}Sentence ${index + 1} of the long note says that the gauge was read again and that the sea stood higher than the table had said it would.`,
)

/** A note with every kind of passage. */
const mixed: Note = {
  sentences: [
    sentence('What the pilots wrote', 'heading', 0),
    sentence('The pilot book of 1842 puts it plainly.', 'prose', 30),
    sentence('No harbour has ever been early, and every harbour is late by its own amount.', 'quotation', 80),
    sentence('Some would call that a joke.', 'prose', 160),
    sentence('Read the gauge at high water.', 'item', 200),
    sentence(
      'Write down the hour and the weather, since the wind may hold the water back for as long as a whole watch.',
      'item',
      240,
    ),
    sentence('Outer bar\t0 km\t0 min', 'row', 400),
    sentence('Old lighthouse\t14 km\t22 min', 'row', 430),
    sentence('Means of twelve months', 'caption', 470),
    sentence('risen = sum(TWELFTHS[:hour])', 'code', 500),
    sentence('', 'code', 530),
    sentence('print(risen)', 'code', 531),
    sentence('The book was reprinted in 1901.', 'footnote', 560),
  ],
  seconds: 60,
  cue: 'Next, the delays',
}

const PARTS = ['The Pull of the Moon', 'Harbours and Their Delays', 'Power from the Tide', 'What the Tables Leave Out']

/** A usual talk: at least one slide of every layout. */
export const sample: Deck = deckOf(
  [
    slide('title', {
      title: line('How Tides Keep Time', 'heading'),
      subtitle: line('Why the sea is late, and how harbours know'),
      credits: [line('Harbour Office'), line('14 May 2026')],
    }),
    slide('agenda', {
      title: line('Agenda', 'frame'),
      entries: PARTS.map((name, index) => ({ line: line(name, 'heading'), part: index + 1 })),
    }),
    slide(
      'part',
      {
        title: line('The Pull of the Moon', 'heading'),
        number: line('1', 'frame'),
        lede: line('a force too small to feel moves a billion tonnes of water twice a day'),
      },
      { part: 1, note: note('The moon pulls on the near side of the earth more strongly than on the far side.') },
    ),
    slide(
      'points',
      {
        title: line('The moon pulls harder on the near side, and that difference raises two bulges'),
        lead: null,
        points: [
          point('The difference of the pull, and not the pull itself, stretches the ocean along one line'),
          point('The earth turns beneath both bulges, so most coasts likely see two high waters a day'),
          point('The moon moves on meanwhile, which makes each tide about fifty minutes later'),
        ],
      },
      {
        part: 1,
        note: note(
          'Most people learn that the moon pulls the water up.',
          'That is true, but it is not what makes a tide: the sun pulls far harder, and its tides are less than half as high.',
          'What counts is the difference between the pull on the near side and the pull on the far side.',
          '¶That difference stretches the ocean along the line to the moon, so there is a bulge on both sides.',
          'The earth turns beneath both, which is why most coasts see two high waters a day, although some see only one.',
          'While the earth turns once, the moon moves on a little, and so each tide comes about fifty minutes later than the one before.',
        ),
      },
    ),
    slide(
      'points',
      {
        title: line('What sets the height'),
        lead: null,
        points: [point('The distance of the moon'), point('The depth of the sea'), point('The shape of the coast')],
      },
      {
        part: 1,
        note: note(
          'Three things set the height of a tide: the distance of the moon, the depth of the sea and the shape of the coast.',
        ),
      },
    ),
    slide(
      'points',
      {
        title: line('Alignment of sun and moon'),
        lead: line('Twice a month the sun adds its own pull'),
        points: [
          point('Spring tides follow the new and the full moon'),
          point('Neap tides follow the quarters by about two days'),
        ],
      },
      {
        part: 1,
        note: note(
          'Twice a month the sun adds its own pull.',
          'Spring tides follow the new and the full moon; neap tides follow the quarters by about two days.',
        ),
      },
    ),
    slide(
      'part',
      {
        title: line('Harbours and Their Delays: What Every Pilot Writes Down', 'heading'),
        number: line('2', 'frame'),
        lede: null,
      },
      { part: 2 },
    ),
    slide(
      'statement',
      {
        title: null,
        statement: line('No harbour has ever been early, and every harbour is late by its own amount'),
        source: line('the pilot book of 1842'),
        formula: null,
      },
      { part: 2, note: mixed },
    ),
    slide(
      'number',
      {
        title: null,
        value: line('2%'),
        label: line('at least 2% of the income of every member harbour for its gauges'),
        context: line('The harbour office has long been an advocate for sharing the burden'),
      },
      { part: 2, note: note('Every member harbour shall give at least 2% of its income for its gauges.') },
    ),
    slide(
      'quote',
      {
        title: null,
        quote: line(
          'Sound gauges are essential for the readiness and the credit of every harbour in the face of changing seas',
        ),
        speaker: line('These pilots argue'),
      },
      { part: 2, note: note('These pilots argue that sound gauges are essential.') },
    ),
    slide(
      'comparison',
      {
        title: line('What the pilots make of it'),
        columns: [
          side(line('Some pilots stress'), line('the strength of the old harbour league')),
          side(line('Other pilots look to'), line('what the meeting means for the dredging duties')),
        ],
      },
      { part: 2, note: note('Some pilots stress the strength of the league. Others look to the duties.') },
    ),
    slide(
      'timeline',
      {
        title: line('Four gauges in two hundred years'),
        moments: [
          { when: line('1831'), what: line('the first gauge that writes by itself stands at the quay') },
          { when: line('1872'), what: line('a machine adds up the tides of a year') },
          { when: line('1961'), what: line('the storm takes the gauge and the quay') },
          { when: line('2019'), what: line('radar reads the water from above') },
        ],
      },
      { part: 2, note: note('The first gauge stood at the quay in 1831.') },
    ),
    slide(
      'table',
      {
        title: line('High water comes later the farther in'),
        header: row('Station', 'Distance', 'Delay', 'What holds the water back'),
        rows: [
          row('Outer bar', '0 km', '0 min', 'nothing, this is the open sea'),
          row('Old lighthouse', '14 km', '22 min', 'a shallow bank on the western side'),
          row('Ferry landing', '31 km', '58 min', 'two narrow bends and a bridge'),
          row('Upper lock', '47 km', '131 min', 'the river itself, which runs against it'),
        ],
        align: [null, null, null, null],
        caption: line('Means of twelve months, measured at the harbour gauges', 'caption'),
      },
      {
        part: 2,
        note: note('The table shows four stations.', 'Each is later than the one before, but not by the same amount.'),
      },
    ),
    slide(
      'code',
      {
        title: line('The rule of twelfths in a few lines'),
        language: 'python',
        pieces: null,
        lines: [
          'TWELFTHS = [1, 2, 3, 3, 2, 1]',
          '',
          'def height(hour, low, high):',
          '    """The water at a whole hour after low water."""',
          '    risen = sum(TWELFTHS[:hour])',
          '    return low + (high - low) * risen / 12',
          '',
          'for hour in range(7):',
          '    print(hour, height(hour, 0.4, 4.0))',
        ].map((text) => line(text, 'code')),
      },
      {
        part: 3,
        note: note(
          'Sailors use a rule of thumb.',
          'In the six hours from low to high water the sea rises by one, two, three, three, two and one twelfths of the range.',
        ),
      },
    ),
    slide(
      'points',
      {
        title: line('Tidal power is predictable, which is more than wind or sun can say'),
        lead: null,
        points: [
          point('Barrages close off a bay'),
          point('Turbines stand in a strait like windmills'),
          point('Lagoons hold water behind a ring wall'),
          point('Each changes the tide that it lives on'),
        ],
      },
      { part: 3, note: note(...LONG_NOTE) },
    ),
    slide(
      'points',
      {
        title: null,
        lead: null,
        points: [
          point(
            'Experts caution that a barrage across the bay would lower the range upstream by about a third, and that mudflats on which a million birds may feed in winter would not fall dry again',
          ),
        ],
      },
      {
        part: 3,
        note: note('Experts caution that a barrage across the bay would lower the range upstream by about a third.'),
      },
    ),
    slide(
      'takeaways',
      {
        title: line('In conclusion', 'frame'),
        points: [
          line('Tides follow the difference of the pull, not the pull'),
          line('Every harbour is late by its own amount'),
          line('Power from the tide is predictable but never free'),
        ],
      },
      { note: note('In conclusion, tides follow the difference of the pull.') },
    ),
    slide('closing', {
      title: line('Thank you', 'frame'),
      credits: [line('Harbour Office'), line('How Tides Keep Time')],
    }),
  ],
  PARTS,
)

const LONG = [
  'It is about making certain that every station has the gauges to measure and to warn in time',
  'The harbour likely stressed the steps that member ports are taking to raise their own share',
  'Talks probably turned to schedules and to strategies for reaching these goals within a year',
  'Some engineers doubt that the new wall, as planned, would not silt up within twenty years',
  'According to the survey, at least two in three gauges were not read during the last storm',
]

const AGENDA = [
  'The Pull of the Moon',
  'Harbours and Their Delays',
  'Power from the Tide',
  'What the Tables Leave Out and Why It Matters to Everyone Who Sails',
  'Storm Surges',
  'Gauges',
  'Reading a Tide Table Without Making the Usual Mistakes',
  'Questions',
]

const TITLE_78 = 'The need for all member harbours to meet their own dredging duties every year'

/** Extreme slides that every theme must cope with: long titles, full lists, deep tables, and almost nothing. */
export const extremes: Deck = deckOf(
  [
    slide('title', {
      title: line(TITLE_78),
      subtitle: line('A subtitle that is itself rather long and needs two lines to be read'),
      credits: [line('Harbour Office'), line('14 May 2026'), line('Upper Lock')],
    }),
    slide('title', { title: line('Tides'), subtitle: null, credits: [] }),
    slide('title', {
      title: line('The Harbour Meets the Sea Again at Last'),
      subtitle: line('Key Discussions'),
      credits: [line('Harbour Office')],
    }),
    slide('agenda', {
      title: line('Agenda'),
      entries: AGENDA.map((name, index) => ({ line: line(name), part: index + 1 })),
    }),
    slide('agenda', {
      title: line('Agenda'),
      entries: AGENDA.slice(0, 6).map((name, index) => ({ line: line(name.slice(0, 50)), part: index + 1 })),
    }),
    slide('part', { title: line(TITLE_78), number: line('4'), lede: line(LONG[0] ?? '') }, { part: 4 }),
    slide('part', { title: line('Gauges'), number: line('12'), lede: null }, { part: 6 }),
    ...[1, 2, 3, 4, 5].map((count) =>
      slide(
        'points',
        { title: line(TITLE_78), lead: null, points: LONG.slice(0, count).map((text) => point(text)) },
        { part: 4 },
      ),
    ),
    ...[1, 2, 3, 4, 5].map((count) =>
      slide(
        'points',
        { title: line('Gauges'), lead: null, points: AGENDA.slice(0, count).map((text) => point(text.slice(0, 44))) },
        { part: 1 },
      ),
    ),
    ...[3, 4, 5, 6].map((count) =>
      slide(
        'points',
        {
          title: line(TITLE_78),
          lead: null,
          points: LONG.slice(0, count)
            .concat(LONG.slice(0, 1))
            .slice(0, count)
            .map((text) => point(text.slice(0, 58))),
        },
        { part: 3 },
      ),
    ),
    slide(
      'points',
      {
        title: line('A title of the usual length for a slide'),
        lead: line('The harbour office asks three things of every member port before the winter storms set in'),
        points: [
          point('Read the gauges'),
          point('at high water, and at low water too', 1),
          point('Report what they say'),
          point('by telephone where the line is down', 1),
          point('Repair the lamps'),
        ],
      },
      { part: 2 },
    ),
    slide('points', { title: line('Words'), lead: null, points: [point('Silt')] }, { part: 2 }),
    slide('points', { title: null, lead: null, points: LONG.slice(0, 3).map((text) => point(text)) }, { part: 2 }),
    slide(
      'statement',
      {
        title: line('What the survey says'),
        statement: line(`${LONG[4]}, and no one likely noticed until the water stood in the streets of the old town`),
        source: line('according to the survey'),
        formula: null,
      },
      { part: 2 },
    ),
    slide('statement', { title: null, statement: line('The sea is late'), source: null, formula: null }, { part: 2 }),
    slide('statement', { title: null, statement: line(LONG[3] ?? ''), source: null, formula: null }, { part: 2 }),
    ...['47.5%', '$3.5 billion', '1,300', '12 of the 27 member states'].map((value) =>
      slide(
        'number',
        {
          title: null,
          value: line(value),
          label: line(LONG[4] ?? ''),
          context: value.length > 6 ? null : line(LONG[0] ?? ''),
        },
        { part: 1 },
      ),
    ),
    slide('number', { title: line(TITLE_78), value: line('7'), label: line('gauges'), context: null }, { part: 1 }),
    slide('quote', { title: null, quote: line('The sea is late.'), speaker: null }, { part: 2 }),
    slide(
      'quote',
      {
        title: line('What the survey says'),
        quote: line(`${LONG[4]}, and ${LONG[3]}`),
        speaker: line('the survey of 1842, which was never printed'),
      },
      { part: 2 },
    ),
    slide(
      'comparison',
      {
        title: line(TITLE_78),
        columns: [
          side(line('Before the new wall was built across the bay'), line(LONG[1] ?? '')),
          side(line('After it'), line(`${LONG[3]}, and ${LONG[0]}`)),
        ],
      },
      { part: 2 },
    ),
    slide(
      'comparison',
      {
        title: null,
        columns: [side(line('Ebb'), line('out')), side(line('Flood'), line('in'))],
      },
      { part: 2 },
    ),
    ...[3, 4, 5, 8].map((count) =>
      slide(
        'timeline',
        {
          title: line(count > 4 ? 'Gauges' : TITLE_78),
          moments: Array.from({ length: count }, (_, index) => ({
            when: line(index % 3 === 1 ? `14 September ${1961 + index}` : `${1961 + index}`),
            what: line(LONG[index % LONG.length] ?? ''),
          })),
        },
        { part: 1 },
      ),
    ),
    slide(
      'table',
      {
        title: line('Twelve months at the gauge'),
        header: row('Month', 'High', 'Low'),
        rows: Array.from({ length: 12 }, (_, index) =>
          row(`Month ${index + 1}`, `${4 + index / 10} m`, `${index / 10} m`),
        ),
        align: null,
        caption: null,
      },
      { part: 1 },
    ),
    slide(
      'table',
      {
        title: line(TITLE_78),
        header: row('Station', 'Distance', 'Delay', 'Depth', 'Pilot', 'Remarks'),
        rows: Array.from({ length: 5 }, (_, index) =>
          row(
            `Station ${index + 1}`,
            `${index * 12} km`,
            `${index * 17} min`,
            `${14 - index} m`,
            'required',
            'closed in a storm',
          ),
        ),
        align: null,
        caption: line('Depths are of the dredged channel', 'caption'),
      },
      { part: 4 },
    ),
    slide(
      'table',
      { title: null, header: null, rows: [row('Yes', 'No'), row('Ebb', 'Flood')], align: null, caption: null },
      { part: 1 },
    ),
    slide(
      'code',
      {
        title: line('A listing that is too long'),
        language: 'js',
        pieces: null,
        lines: Array.from({ length: 25 }, (_, index) => line(index % 8 === 7 ? '' : `  line(${index})`, 'code')),
      },
      { part: 1 },
    ),
    slide(
      'code',
      {
        title: line('Wide lines'),
        language: 'sh',
        pieces: null,
        lines: [
          'tides --station upper-lock --from 2026-05-14 --to 2026-05-21 --format table',
          'tides --station upper-lock --from 2026-05-14 --to 2026-05-21 --format table --include-everything',
          'echo done',
        ].map((text) => line(text, 'code')),
      },
      { part: 1 },
    ),
    slide('takeaways', { title: line('In conclusion'), points: [line('Tides are late')] }),
    slide('takeaways', { title: line('In conclusion'), points: LONG.slice(0, 2).map((text) => line(text)) }),
    slide('takeaways', { title: line(TITLE_78), points: LONG.slice(0, 4).map((text) => line(text)) }),
    slide('takeaways', { title: line('In conclusion'), points: LONG.slice(0, 5).map((text) => line(text)) }),
    slide('closing', { title: line(TITLE_78), credits: [line('Harbour Office'), line('How Tides Keep Time')] }),
  ] satisfies readonly Slide[],
  AGENDA,
)
