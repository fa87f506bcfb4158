// Reports how long each stage takes for the document that it is sent, as soon as the stage is done.
import { timesOf } from './stages.mjs'

// The first run also includes compilation.
const text = '# Warm\n\nThe keeper opens the gate, and nine boats leave (all of them) at noon.\n'
await timesOf({ path: 'talk.md', text, isReadOnly: false }, () => undefined)
const answer = (message) => process.send?.(message)
answer('ready')
process.on('message', async (document) => {
  await timesOf(/** @type {any} */ (document), (stage, time) => answer({ stage, time }))
  answer('done')
})
