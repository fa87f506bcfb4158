import { expect, test } from 'vitest'
import { measureBoxes } from '../../../src/client/scene/measure-boxes.ts'
import { oneBrowser } from '../../browser/one-browser.ts'

/** A strip at the start, under a small square in a corner and a rule; two colours with a hard edge; a disc in rings. */
const PAGE = `<!doctype html><html><style>body { margin: 0 } .slide { position: relative; width: 1280px; height: 720px }
  p { position: absolute; margin: 0 }</style><section class="page"><div class="slide">
  <p style="left: 100px; top: 50px; width: 400px; height: 300px; background:
    linear-gradient(#ff0000 0 0) 100% calc(100% - 20px) / 30px 30px no-repeat,
    linear-gradient(#0000ff 0 0) 0 50px / 100% 1px no-repeat,
    linear-gradient(#00ff00 0 0) 0 0 / 25% 100% no-repeat"></p>
  <p style="left: 600px; top: 0; width: 100px; height: 200px; background: linear-gradient(#ff0000 40%, #0000ff 0)"></p>
  <p style="left: 800px; top: 100px; width: 200px; height: 200px; border-radius: 50%; background:
    radial-gradient(circle closest-side, #ff0000 20px, #00ff00 20.5px 60px, #0000ff 60.5px)"></p>
  </div></section>`

/** A slide with a ring in its corner, whose gap shows the ground, and a lamp that glows from its upper edge. */
const LAMPS = `<!doctype html><html><style>body { margin: 0 } .slide { position: relative; width: 1280px; height: 720px;
  background: radial-gradient(circle at 100% 0, #ff0000 20px, transparent 20.5px 60px, #0000ff 60.5px 80px, transparent 80.5px) #eeeeee }
  p { position: absolute; margin: 0 }</style><section class="page"><div class="slide">
  <p style="left: 300px; top: 0; width: 320px; height: 56px; background:
    radial-gradient(160px 56px at 50% 0, rgb(255 255 0 / 0.5), rgb(255 255 0 / 0.2) 60%, transparent)"></p>
  </div></section>`

const browser = oneBrowser()

test('parts of a background are where they are on our slides, the first on top, and hard edges stay hard', async () => {
  const drawings = await browser().withPage(async (page) => {
    await page.show(PAGE)
    return page.evaluate(measureBoxes)
  })
  const boxes = drawings[0]?.boxes.map(({ rect: { x, y, width, height }, fill }) => [
    fill?.type === 'colour' ? fill.colour : fill?.type,
    ...[x, y, width, height].map(Math.round),
  ])
  expect(boxes).toEqual([
    ['#00ff00', 100, 50, 100, 300],
    ['#0000ff', 100, 100, 400, 1],
    ['#ff0000', 470, 300, 30, 30],
    ['#ff0000', 600, 0, 100, 80],
    ['#0000ff', 600, 80, 100, 120],
    ['#0000ff', 800, 100, 200, 200],
    ['#00ff00', 840, 140, 121, 121],
    ['#ff0000', 880, 180, 41, 41],
  ])
})

test('rings are cut off where their background ends, and a glow is an ellipse around its lamp', async () => {
  const drawings = await browser().withPage(async (page) => {
    await page.show(LAMPS)
    return page.evaluate(measureBoxes)
  })
  expect(drawings[0]?.background).toEqual({ type: 'colour', colour: '#eeeeee' })
  const [ring, disc, glow] = drawings[0]?.boxes ?? []
  expect(ring?.fill).toEqual({ type: 'colour', colour: '#0000ff' })
  expect(ring?.rect).toEqual({ x: 1199.75, y: -80.25, width: 160.5, height: 160.5 })
  // Only the lower left quarter is on the slide. Its inner edge has a radius of 60.25 px.
  expect(ring?.shape).toEqual({
    type: 'path',
    path: expect.stringMatching(/^path\("M80\.25 160\.50C.* 0\.00 80\.25L20\.00 80\.25C.* 80\.25 140\.50Z"\)$/),
  })
  expect(disc?.fill).toEqual({ type: 'colour', colour: '#ff0000' })
  expect(glow).toMatchObject({ rect: { x: 300, y: -56, width: 320, height: 112 }, shape: { type: 'ellipse' } })
  // It fades out in its own hue.
  expect(glow?.fill).toEqual({
    type: 'glow',
    stops: [
      { colour: '#ffff0080', offset: 0 },
      { colour: '#ffff0033', offset: 0.6 },
      { colour: '#ffff0000', offset: 1 },
    ],
  })
})
