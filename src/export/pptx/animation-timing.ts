// Animates the paragraphs of a slide.

import type { Element } from 'xast'
import { createIdCounter } from './shapes.ts'
import { el } from './xml.ts'

/** A shape, and the indexes of its paragraphs that appear one after another. */
export interface SteppedShape {
  readonly id: number
  readonly paragraphs: readonly number[]
}

/** Writes animations that show one paragraph per click, with the effect "Appear" (ECMA-376 part 1, 19.5). */
export function animationTiming(shapes: readonly SteppedShape[]): Element {
  const next = createIdCounter()
  next()
  const clicks = shapes.flatMap(({ id, paragraphs }) =>
    paragraphs.map((paragraph) => clickEffect({ shape: id, paragraph }, next)),
  )
  return el(
    'p:timing',
    {},
    el(
      'p:tnLst',
      {},
      el(
        'p:par',
        {},
        el(
          'p:cTn',
          { id: 1, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
          el(
            'p:childTnLst',
            {},
            el(
              'p:seq',
              { concurrent: true, nextAc: 'seek' },
              el('p:cTn', { id: 2, dur: 'indefinite', nodeType: 'mainSeq' }, el('p:childTnLst', {}, clicks)),
              el('p:prevCondLst', {}, el('p:cond', { evt: 'onPrev', delay: 0 }, el('p:tgtEl', {}, el('p:sldTgt')))),
              el('p:nextCondLst', {}, el('p:cond', { evt: 'onNext', delay: 0 }, el('p:tgtEl', {}, el('p:sldTgt')))),
            ),
          ),
        ),
      ),
    ),
    el(
      'p:bldLst',
      {},
      shapes.map(({ id }) => el('p:bldP', { spid: id, grpId: 0, build: 'p' })),
    ),
  )
}

interface SteppedParagraph {
  readonly shape: number
  readonly paragraph: number
}

function clickEffect({ shape, paragraph }: SteppedParagraph, next: () => number): Element {
  const [outer, inner, effect, set] = [next(), next(), next(), next()]
  const target = el(
    'p:tgtEl',
    {},
    el('p:spTgt', { spid: shape }, el('p:txEl', {}, el('p:pRg', { st: paragraph, end: paragraph }))),
  )
  const show = el(
    'p:set',
    {},
    el(
      'p:cBhvr',
      {},
      el('p:cTn', { id: set, dur: 1, fill: 'hold' }, el('p:stCondLst', {}, el('p:cond', { delay: 0 }))),
      target,
      el('p:attrNameLst', {}, el('p:attrName', {}, 'style.visibility')),
    ),
    el('p:to', {}, el('p:strVal', { val: 'visible' })),
  )
  const appear = el(
    'p:par',
    {},
    el(
      'p:cTn',
      {
        id: effect,
        presetID: 1,
        presetClass: 'entr',
        presetSubtype: 0,
        fill: 'hold',
        grpId: 0,
        nodeType: 'clickEffect',
      },
      el('p:stCondLst', {}, el('p:cond', { delay: 0 })),
      el('p:childTnLst', {}, show),
    ),
  )
  const group = (id: number, delay: string | number, child: Element) =>
    el(
      'p:par',
      {},
      el('p:cTn', { id, fill: 'hold' }, el('p:stCondLst', {}, el('p:cond', { delay })), el('p:childTnLst', {}, child)),
    )
  return group(outer, 'indefinite', group(inner, 0, appear))
}
