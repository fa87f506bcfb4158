import type { convert } from '../../src/convert.ts'
import type { Input } from './input.mjs'

export function faultsOf(made: typeof convert, input: Input): Promise<readonly string[]>
