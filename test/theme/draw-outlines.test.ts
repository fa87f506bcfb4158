import { expect, test } from 'vitest'
import type { Element } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { outlineOf } from '../../src/theme/template/draw-outlines.ts'

const BOX = { x: 10, y: 20, width: 200, height: 100 }

function outlineIn(inside: string) {
  const namespaces = 'xmlns:p="urn:p" xmlns:a="urn:a"'
  const root = fromXml(`<p:sp ${namespaces}><p:spPr>${inside}</p:spPr></p:sp>`)
  return outlineOf(root.children[0] as Element, BOX)
}

const path = (commands: string) =>
  `<a:custGeom><a:pathLst><a:path w="100" h="50">${commands}</a:path></a:pathLst></a:custGeom>`

test.each([
  ['rect', 'rect'],
  ['roundRect', 'rect'],
  ['ellipse', 'ellipse'],
])('the preset %s of a template is drawn as %s', (preset, name) => {
  expect(outlineIn(`<a:prstGeom prst="${preset}"/>`)?.name).toBe(name)
})

test('a custom outline is scaled to the box of its shape', () => {
  const commands =
    '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="25"/></a:lnTo>' +
    '<a:cubicBezTo><a:pt x="50" y="50"/><a:pt x="25" y="50"/><a:pt x="0" y="50"/></a:cubicBezTo><a:close/>'
  expect(outlineIn(path(commands))).toEqual({
    name: 'path',
    attributes: { d: 'M10 20L210 70C110 120 60 120 10 120Z' },
  })
})

test.each([
  ['an arc', path('<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:arcTo wR="5" hR="5"/>')],
  ['a computed point', path('<a:moveTo><a:pt x="hc" y="0"/></a:moveTo>')],
  ['a path without a size', '<a:custGeom><a:pathLst><a:path/></a:pathLst></a:custGeom>'],
])('%s cannot be drawn', (_, inside) => {
  expect(outlineIn(inside)).toBeNull()
})
