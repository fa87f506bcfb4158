export interface Input {
  readonly path: string
  readonly bytes: Uint8Array
}

export function inputFor(seed: number, number: number): Input
