// Imported before a program (`node --import`): tells, when it ends, the most memory that its process ever had, on descriptor 3.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  try {
    writeSync(3, `${process.resourceUsage().maxRSS}\n`)
  } catch {
    // Nobody listens.
  }
})
