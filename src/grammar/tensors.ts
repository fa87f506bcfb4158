// Reads the weights of the network.

/** The location of a tensor in the weights file. */
export interface TensorEntry {
  readonly name: string
  /** The sizes of the dimensions. The first is the number of rows. */
  readonly shape: readonly number[]
  readonly type: 'float32' | 'int8'
  readonly offset: number
  /** The offset of the scales of an `int8` tensor: one float32 for each row. */
  readonly scales?: number
}

/** Looks up the numbers of a tensor by its name. */
export type Tensors = (name: string) => Float32Array

/** Reads all tensors. The returned function throws an error if it is called with a name that does not exist. */
export function readTensors(entries: readonly TensorEntry[], bytes: Uint8Array): Tensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tensors = new Map(entries.map((entry) => [entry.name, readTensor(entry, view)]))
  return (name) => {
    const tensor = tensors.get(name)
    if (tensor === undefined) throw new Error(`The weights have no tensor named ${name}.`)
    return tensor
  }
}

function readTensor(entry: TensorEntry, view: DataView): Float32Array {
  const values = new Float32Array(entry.shape.reduce((product, size) => product * size, 1))
  if (entry.scales === undefined) return values.map((_, index) => view.getFloat32(entry.offset + 4 * index, true))
  const columns = values.length / (entry.shape[0] ?? 1)
  for (let start = 0; start < values.length; start += columns) {
    const scale = view.getFloat32(entry.scales + (4 * start) / columns, true)
    for (let index = start; index < start + columns; index += 1) {
      values[index] = view.getInt8(entry.offset + index) * scale
    }
  }
  return values
}
