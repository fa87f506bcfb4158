import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a module in a separate process, interrupts it once it has written "begun", and returns its output. */
export async function interrupted(program: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program])
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.push(text)
    if (text.includes('begun')) child.kill('SIGINT')
  })
  await once(child, 'close')
  return said.join('')
}
