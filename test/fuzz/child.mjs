// Makes the decks of the documents it is sent, and says what is wrong with them and how long each took on the processor.
import { convert } from '../../dist/index.js'
import { faultsOf } from './faults.mjs'

process.on('message', async (/** @type {any} */ { path, bytes }) => {
  const before = process.cpuUsage()
  const faults = await faultsOf(convert, { path, bytes })
  const { user, system } = process.cpuUsage(before)
  process.send?.({ faults, seconds: (user + system) / 1e6 })
})
