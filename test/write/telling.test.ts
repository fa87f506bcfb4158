import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import { newMemo } from '../../src/model/memo.ts'
import type { Weighed } from '../../src/model/outline.ts'
import { read } from '../../src/read/read.ts'
import type { Ledger } from '../../src/write/ledger.ts'
import { parserOf } from '../../src/write/parser.ts'
import { nothingShown } from '../../src/write/shown.ts'
import { isFragment, isTelling } from '../../src/write/telling.ts'

const article = await read(new TextEncoder().encode('The harbour is full.\n'), new VFile({ path: 'talk.txt' }))
const ledger: Ledger = {
  article,
  parse: parserOf(loadGrammar()),
  counts: newMemo(),
  shown: nothingShown(),
  titles: new Set(),
  headings: new Set(),
}

const sentence = (text: string): Weighed => ({
  text,
  span: [0, text.length],
  kind: 'prose',
  opens: true,
  role: 'evidence',
  weight: 0.5,
})

test.each([
  'Back to the table of contents',
  'Index of the harbour | Next section',
  'where p is the height of the water.',
  'A. Bell, C. D. Marsh, and J. Stone, A count of the tides, Harbour Press, 1912.',
  'While the crane lifts a boat and turns it round.',
  'Whereas the weir has two gates, "north" and "south."',
  'THE SOFTWARE IS PROVIDED AS IT IS, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, FOR ANY PURPOSE.',
  'Learn more about the Page Inspector',
  'Photo credit: Harbour Board',
  'Download this plan as a PDF',
  'For language-specific docs see:',
  'A huge "thank you!" to all who mend the gates.',
  'e.g. the lock, the weir and the mill',
  'View this week’s log of the lock',
  'A second article on the gates will be written soon.',
  'Page URL: https://harbour.example/tides',
  'Image by Ann Bell',
  'Editor’s note: This story was compiled from several talks.',
  'This article was reprinted on harbour.example.',
  'Keep up with the Harbour Daily newsletter.',
  'Last updated on Friday, 3 October 2025 at 1:39 PM ET',
  'You’ve just finished reading the latest article from our Monday column.',
  'Read the full report on harbours for more.',
  'Thanks to Ann Bell and Ida Quay for their work on the gauge.',
  '(See the map.)',
  'Next: How to write in the log',
  'Thanks to @bell for this improvement.',
  'Thanks to the Harbour Board for contributing the gauge!',
  'Try it out for yourself!',
  'Have a question?',
  'Interested in a visit to the lock?',
  'We would love to hear from you!',
  'www.harbour.example/watch?v=12',
  'Order Reprints | Today’s Paper | Subscribe',
  'Posted by Ann Bell on 3 May 2024',
  'By Cy Marsh and Dee Fox',
  'Author: Ann Bell, Harbour Board',
  'Back to the keepers page',
  'Jump to Step 2: Booking the lock',
  'Go to all rules',
  'The old gate was built by the .',
  'is a gate that floats on the water of the lock.',
  'Which makes the old gate far too heavy for one keeper.',
  'We’re always happy to help!',
])('%s is for a page and not for a talk', (text) => {
  expect(isTelling(ledger, sentence(text))).toBe(false)
})

test.each([
  'Images load faster than the text around them.',
  'Do you have a key for every gate?',
  'Try the lower gate before the upper one.',
  'We hope for a mild winter and a full harbour.',
  'This article of the treaty binds both towns.',
  'The newsletter goes to four thousand captains.',
  'In May the lock was closed for a week.',
  'Back to the sea went every second boat.',
  'Thanks to the new gauge, pilots can sail at night.',
  'By Monday the lock was open.',
  'Written by hand, the log took days.',
  'Which of the gates is the older one?',
  'Keepers read the .log file of the gate every night.',
  'iron gates are heavier than gates of wood.',
])('%s is for a talk', (text) => {
  expect(isTelling(ledger, sentence(text))).toBe(true)
})

describe('what only sends the audience elsewhere', () => {
  test.each([
    'For more details, see the log of the harbour.',
    'See the log of the harbour for more details.',
    'Please refer to our guide to locks.',
    'Check out the official documentation!',
    'You can find the whole story on our blog.',
    'More information about the lock is available in the handbook.',
    'See you there!',
    'The next few sections dig into the costs of the lock.',
    'If you have any questions reach out to the keeper.',
    'Post by @keeper@harbour.example on the old board.',
    'A machine helped write this blog post!',
    'The final code can be seen on the server of the town.',
    'Now we start to get to the meat.',
    'A heartfelt thanks to you, Ann.',
    'Special thanks go to Ann Bell, who drew the gate.',
    '— Ann Bell (@bell) June 9, 2017 We can keep it.',
    'If you keep a lock, you can read the guide too.',
    'Feel free to open an issue about the gate.',
    'See the long list of gates on https://harbour.example.',
    'If you are new to locks, refer to either of the following sources.',
    'If you have a moment, see our guide to locks.',
    'Full details are on the page of the harbour.',
    'You can see open places and learn more about us.',
    'For all other places, stay tuned for the list of the harbour.',
    'Feel free to try it out on your own gate.',
    'If you would like to learn more about the lock, the book is in the tower.',
    'To learn more about the lock, go here: https://harbour.example',
  ])('is not shown: %s', (text) => {
    expect(isTelling(ledger, sentence(text))).toBe(false)
  })

  test.each([
    'Visit the lock at noon.',
    'You can see the tower from the quay.',
    'Read the gauge at noon and at dusk.',
    'See how the gate moves.',
  ])('but what the audience is told to do is: %s', (text) => {
    expect(isTelling(ledger, sentence(text))).toBe(true)
  })
})

test('words under a picture, without a verb and a full stop, are a fragment', () => {
  expect(isFragment(ledger, sentence('The keeper of the lock with both of his daughters in the old boat'))).toBe(true)
  expect(isFragment(ledger, sentence('The keeper of the lock has both of his daughters in the old boat'))).toBe(false)
  expect(isFragment(ledger, sentence('Open both of the gates of the old lock before the boat comes'))).toBe(false)
})

test('who said a quotation is no point of it', () => {
  const said = (text: string) => isTelling(ledger, { ...sentence(text), kind: 'quotation' })
  expect(said('- Ann Bell, keeper of the lock')).toBe(false)
  expect(said('- The lock is old, and it is shut.')).toBe(true)
})
