import { expect, test } from 'vitest'
import { versionsOf } from '../support/written.ts'

test.each([
  [
    'what both verbs do it to',
    'The program will have the means to detect, and report any fault in the gates.',
    'report',
  ],
  [
    'the other end',
    'The old law draws a clear line between keepers in the town (two) and keepers in the port (four).',
    'keepers in the port',
  ],
  [
    'what they do there',
    'The lock has always been a place in which most poorly paid keepers, especially women, faced more hurdles to find work.',
    'faced',
  ],
  ['what the option is', 'There you will find an option to open the gates by hand.', 'to open'],
  ['the case in which', 'The gate returns the key, or the state of the lock in the event of a fault.', 'in the event'],
  ['which weeks', 'The move of the gauge will occur in the weeks following this note.', 'following'],
  ['which people', 'Such words can alienate people trying to learn.', 'trying to learn'],
  ['half of a name', 'The whole aim is to promote knowledge sharing between the harbours.', 'knowledge sharing'],
  ['what got better', 'One long awaited change concerns improvements in the speed of the lock.', 'in the speed'],
  [
    'what is allowed',
    'The shared old certificate allows the town’s control plane in both harbours to be completely independent, meeting the last demand.',
    'to be',
  ],
  [
    'the second of two conditions',
    'One other case in which you need the old key is if you are moving a gate and you want to be sure that it is shut.',
    'you want to be sure',
  ],
  [
    'what holds no matter when',
    'No matter at which hour you start looking at it, the gauge is the main concern of the town.',
    'main concern',
  ],
  [
    'its own verb, behind a stray mark',
    'The reason the old harbour is currently under so much strain - is because this tide-driven lock is breaking down.',
    'is because',
  ],
  ['what is wanted', 'You want to choose your goals to fit your readers.', 'to fit'],
])('no version of a sentence loses %s', async (_, sentence, kept) => {
  for (const length of await versionsOf(sentence)) expect(length).toContain(kept)
})
