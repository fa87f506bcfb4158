import { expect, test } from 'vitest'
import type { Box } from '../../../src/client/scene/scene.ts'
import { boxShape } from '../../../src/export/pptx/shapes.ts'
import { serialize } from '../../../src/export/pptx/xml.ts'

const NO_COLOURS = { scheme: [], map: {} }

const GLOW: Box = {
  rect: { x: 300, y: -56, width: 320, height: 112 },
  fill: {
    type: 'glow',
    stops: [
      { colour: '#ffff0080', offset: 0 },
      { colour: '#ffff0000', offset: 1 },
    ],
  },
  line: null,
  shape: { type: 'ellipse' },
  rotation: 0,
  markedItem: null,
}

test('a glow is brightest in the middle of its ellipse and has faded out at the edge, which is blurred', () => {
  const xml = new TextDecoder().decode(serialize(boxShape(GLOW, { id: 2, name: 'Glow' }, NO_COLOURS)))
  const stops = [...xml.matchAll(/<a:gs pos="(\d+)">.*?<a:alpha val="(\d+)"\/>/g)].map((match) => match.slice(1))
  // 70,711 of 100,000: at the corners of its box, which lie outside the ellipse, it would be 100,000.
  expect(stops).toEqual([
    ['0', '50196'],
    ['70711', '0'],
  ])
  expect(xml).toContain('<a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>')
  expect(xml).toContain('<a:ln><a:noFill/></a:ln><a:effectLst><a:softEdge rad="266700"/></a:effectLst></p:spPr>')
})
