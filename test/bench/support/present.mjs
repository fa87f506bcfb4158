import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../../dist/bin/main.js', import.meta.url))

/**
 * Starts `lectern present` on an article, in a folder; resolves to its address once it is served.
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, address: string }>}
 */
export function present(path, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, 'present', path, '--no-open'], { cwd: folder })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
      const [, address] = /at (http:\S+)/.exec(said) ?? []
      if (address !== undefined) resolve({ child, address })
    })
    child.on('close', () => reject(new Error(said)))
  })
}
