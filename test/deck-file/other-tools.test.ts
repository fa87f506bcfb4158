import { describe, expect, test } from 'vitest'
import { describeSlides } from './describe-slides.ts'

describe('what a deck keeps from its audience', () => {
  test('notes of reveal.js in HTML are notes', async () => {
    const deck =
      '# Tides\n\n---\n\n## High water\n\n- It comes twice\n\n<aside class="notes">\n    Greet the **mayor**.\n</aside>\n\n---\n\n## Low water\n\n- Mud\n\n<aside class=\'notes\'>Say nothing.\n\n---\n\n## Code\n\n```html\n<aside class="notes">shown</aside>\n```\n'
    expect((await describeSlides('tides.md', deck)).slides).toEqual([
      'title: Tides',
      'points: High water | It comes twice · “Greet the mayor.”',
      'points: Low water | Mud · “Say nothing.”',
      'code: Code | <aside class="notes">shown</aside>',
    ])
  })

  test('content that Quarto shows in other formats only is left out, with a message', async () => {
    const hiddenDivs = [
      '::: {.content-visible when-format="pdf"}\n## Not a slide\n\nIn the PDF.\n:::',
      '::: {.content-hidden when-format="revealjs"}\n::: {.box}\nHidden.\n:::\n```\nhidden\n```\n:::',
      '::: {.content-visible unless-format="html"}\nElsewhere.\n:::',
      '::: {.hidden}\nMacros.\n:::',
    ]
    const shownDivs = [
      '::: {.content-visible when-format="revealjs"}\n- Shown\n:::',
      '::: {.content-hidden when-format="pdf"}\n- Also [secret]{.content-hidden when-format="html"}shown\n:::',
    ]
    const deck = `---\nformat: revealjs\n---\n\n## Tides\n\n${[...hiddenDivs, ...shownDivs].join('\n\n')}\n`
    const { slides, rules } = await describeSlides('tides.qmd', deck)
    expect(slides).toEqual(['points: Tides | Shown | Also shown'])
    expect(rules).toContain('not-read-conditional')
  })
})
