// Makes decks of the documents it is sent, and reports their faults and the processor time that each took.
import { convert } from '../../dist/index.js'
import { faultsOf } from './faults.mjs'

process.on('message', async (/** @type {any} */ { path, bytes }) => {
  const before = process.cpuUsage()
  const faults = await faultsOf(convert, { path, bytes })
  const { user, system } = process.cpuUsage(before)
  process.send?.({ faults, seconds: (user + system) / 1e6 })
})
