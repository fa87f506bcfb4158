// Tells how long each stage takes for the document that it is sent, as soon as the stage is done.
import { timesOf } from './stages.mjs'

// What is run for the first time is also compiled.
const text = '# Warm\n\nThe keeper opens the gate, and nine boats leave (all of them) at noon.\n'
await timesOf({ path: 'talk.md', text }, () => undefined)
process.send('ready')
process.on('message', async (document) => {
  await timesOf(document, (stage, time) => process.send({ stage, time }))
  process.send('done')
})
