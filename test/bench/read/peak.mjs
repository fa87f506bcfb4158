// Imported before a program (`node --import`). Reports, when it ends, the peak memory of its process, on descriptor 3.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  try {
    writeSync(3, `${process.resourceUsage().maxRSS}\n`)
  } catch {
    // Nobody is listening.
  }
})
