// Assembles WebAssembly modules from instructions.

/** Encoded WebAssembly instructions. */
export type Code = readonly number[]

export type Type = keyof typeof TYPES

/** A function of a module. Its parameters are its first locals. */
export interface Routine {
  readonly parameters: readonly Type[]
  readonly locals: readonly Type[]
  readonly result: Type | null
  readonly body: readonly Code[]
}

const TYPES = { i32: 0x7f, v128: 0x7b } as const

/**
 * Assembles a module that exports routines under their names. The module imports its memory as `environment.memory`.
 */
export function assemble(routines: Readonly<Record<string, Routine>>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(routines)
  const all = Object.values(routines)
  return Uint8Array.from([
    ...MAGIC,
    ...section(SECTIONS.types, all.map(signature)),
    ...section(SECTIONS.imports, [[...name('environment'), ...name('memory'), MEMORY, ...LIMITS]]),
    ...section(
      SECTIONS.functions,
      all.map((_, index) => unsigned(index)),
    ),
    ...section(
      SECTIONS.exports,
      names.map((text, index) => [...name(text), FUNCTION, ...unsigned(index)]),
    ),
    ...section(SECTIONS.code, all.map(definition)),
  ])
}

// The instructions that the kernel uses.
export const get = (local: number): Code => [0x20, local]
export const set = (local: number): Code => [0x21, local]
export const tee = (local: number): Code => [0x22, local]
export const call = (routine: number): Code => [0x10, routine]
export const constant = (value: number): Code => [0x41, ...signed(value)]
export const add: Code = [0x6a]
export const subtract: Code = [0x6b]
export const lessThan: Code = [0x49]
export const shiftLeft: Code = [0x74]

/** Runs the body, then repeats it for as long as it leaves a non-zero number on the stack. */
export const repeat = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0d, 0, 0x0b]

// Instructions on four floats or integers at once; offsets are in bytes.
export const load = (offset: number): Code => vector(0x00, 4, ...unsigned(offset))
export const store = (offset: number): Code => vector(0x0b, 4, ...unsigned(offset))
export const loadSplat: Code = vector(0x09, 2, 0)
export const splat = (value: number): Code => [0x43, ...float(value), ...vector(0x13)]
export const splatInteger = (value: number): Code => [...constant(value), ...vector(0x11)]
export const nearest: Code = vector(0x6a)
export const plus: Code = vector(0xe4)
export const minus: Code = vector(0xe5)
export const times: Code = vector(0xe6)
export const divide: Code = vector(0xe7)
export const minimum: Code = vector(0xe8)
export const maximum: Code = vector(0xe9)
export const toIntegers: Code = vector(0xf8)
export const addIntegers: Code = vector(0xae)
export const shiftIntegersLeft: Code = vector(0xab)

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
/** The numbers of the sections of a module. */
const SECTIONS = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const
const FUNCTION = 0x00
const MEMORY = 0x02
/** The limits of the memory: at least one page, no upper limit. */
const LIMITS = [0x00, 0x01]

function section(id: number, entries: readonly Code[]): Code {
  const content = [...unsigned(entries.length), ...entries.flat()]
  return [id, ...unsigned(content.length), ...content]
}

function signature({ parameters, result }: Routine): Code {
  const types = (list: readonly Type[]): Code => [...unsigned(list.length), ...list.map((type) => TYPES[type])]
  return [0x60, ...types(parameters), ...types(result === null ? [] : [result])]
}

function definition({ locals, body }: Routine): Code {
  const content = [...unsigned(locals.length), ...locals.flatMap((type) => [1, TYPES[type]]), ...body.flat(), 0x0b]
  return [...unsigned(content.length), ...content]
}

function name(text: string): Code {
  return [...unsigned(text.length), ...new TextEncoder().encode(text)]
}

function vector(operation: number, ...rest: readonly number[]): Code {
  return [0xfd, ...unsigned(operation), ...rest]
}

/** Encodes an unsigned number as LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}

function float(value: number): Code {
  return [...new Uint8Array(Float32Array.of(value).buffer)]
}
