import { describe, expect, it } from 'vitest'
import { connectiveLength, isAnnouncement, isConclusion, isContrast, isMeta } from '../../src/grammar/english-cues.ts'

describe('isMeta', () => {
  it.each([
    'Let’s dive into the key aspects of this encounter.',
    "Let's delve into each of these aspects.",
    'Now, let us take a closer look at the numbers.',
    'In this section, we examine the results.',
    'In this article you’ll learn how to bake.',
    'This post explains what changed.',
    'The rest of this paper is organised as follows.',
    'Read on to learn more.',
    'Check out our summary of the changes.',
    'For more information, see the manual.',
    'Click here for the transcript.',
    'Table 3 shows the results.',
    'The results are given in Table 2.',
    'Next, we describe the method in Section 4.',
    'Welcome to the pilot’s guide to the harbour!',
    'An example can be seen below.',
    'The following is a brief taste of the tide tables.',
    'You can learn more about page themes here.',
    'Let’s check how a lock is drawn.',
    'Let’s play with a paper boat.',
    'The links to the charts have been given below.',
    'Please see our explainer to learn more about them!',
    'These takeaways provide valuable insights into the priorities of the alliance.',
  ])('holds for what only talks about the text: %s', (sentence) => {
    expect(isMeta(sentence)).toBe(true)
  })

  it.each([
    'In this paper we propose a new method.',
    "Let's Encrypt issues certificates at no cost.",
    "Let's say that the rate doubles.",
    '“Let’s dive in,” he said.',
    'Table 3 shows that costs fell.',
    'Check out is at eleven.',
    'The section of the road was closed.',
    'For more than ten years nobody came to see it.',
    'We describe the patient as calm.',
    'The data give 12 key insights.',
    'People read on the train.',
    'Seals can be seen below the bridge.',
    'Seals are seen here and there.',
    'The following are closed: the lock, the quay and the light.',
    'Please see to the pumps.',
  ])('does not hold for what says something: %s', (sentence) => {
    expect(isMeta(sentence)).toBe(false)
  })

  it('answers for endless sentences', () => {
    for (const part of ['give key insight ', 'we describe ', 'for more info ', "let's ", 'is shown in ', 'and ']) {
      expect(isMeta(`${part.repeat(50_000)}1`)).toBe(false)
    }
  })
})

describe('isConclusion', () => {
  it.each(['In conclusion, the meeting was a success.', 'To sum up, it works.', 'In summary the plan failed.'])(
    '%s',
    (sentence) => {
      expect(isConclusion(sentence)).toBe(true)
    },
  )

  it.each([
    'Overall, costs fell.',
    'In closing the gap they failed.',
    'To conclude a deal takes time.',
    'The conclusion is plain.',
  ])('not: %s', (sentence) => {
    expect(isConclusion(sentence)).toBe(false)
  })
})

describe('connectiveLength', () => {
  it.each([
    ['Moreover, it rains.', 'it rains.'],
    ['In addition, NATO grew.', 'NATO grew.'],
    ['What’s more, it is free.', 'it is free.'],
    ['It is worth noting that costs fell.', 'costs fell.'],
    ['And that is why.', 'that is why.'],
  ])('%s', (sentence, rest) => {
    expect(sentence.slice(connectiveLength(sentence))).toBe(rest)
  })

  it.each([
    'However, it rains.',
    'Therefore, it rains.',
    'For example, it rains.',
    'In addition to rain, it snows.',
    'Also present was the king.',
    'And yet it moves.',
    'It rains.',
    'Moreover, ',
  ])('leaves alone: %s', (sentence) => {
    expect(connectiveLength(sentence)).toBe(0)
  })
})

describe('isContrast', () => {
  it.each(['However, it rains.', 'But it rains.', 'On the other hand, it snows.', 'Still, it moves.'])(
    '%s',
    (sentence) => {
      expect(isContrast(sentence)).toBe(true)
    },
  )

  it.each(['It rains.', 'Still waters run deep.', 'Instead of rain it snows.', 'Butter melts.'])(
    'not: %s',
    (sentence) => {
      expect(isContrast(sentence)).toBe(false)
    },
  )
})

describe('isAnnouncement', () => {
  it.each([
    'You can install it with:',
    'Here are the key dates:',
    'Each slot holds the following rule:',
    'There are other changes in this release, including:',
    'Then we can write the loop like this:',
    'The next steps are:',
    'Ann Bell wrote to the council:',
  ])('says nothing without what follows: %s', (sentence) => {
    expect(isAnnouncement(sentence)).toBe(true)
  })

  it.each(['The tide gauge is a pipe:', 'Half of the space is never used:', 'You can install it with one line.'])(
    'is whole by itself: %s',
    (sentence) => {
      expect(isAnnouncement(sentence)).toBe(false)
    },
  )
})
