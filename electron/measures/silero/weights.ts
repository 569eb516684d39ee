/*
 * Reads the weights out of the model's file. ONNX is a protocol buffer: nested messages of numbered
 * fields. The file holds one network for 16 kHz and one for 8 kHz as the two branches of an "If";
 * their weights are constants in it, which are told apart by their names.
 */

type Field = { number: number; value: number | Uint8Array }

// Field numbers of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
const MODEL_GRAPH = 7
const GRAPH_NODE = 1
const NODE_OUTPUT = 2
const NODE_ATTRIBUTE = 5
const ATTRIBUTE_TENSOR = 5
const ATTRIBUTE_GRAPH = 6
const TENSOR_DATA_TYPE = 2
const TENSOR_RAW_DATA = 9
const DATA_TYPE_FLOAT = 1

/** The branch of the network for 16 kHz, as the model's file names it. */
const BRANCH = 'If_0_then_branch__Inline_0__'

/**
 * The weights of the network for 16 kHz, by the names that its authors gave them.
 * @throws {Error} when the bytes are not such a file
 */
export function readWeights(onnx: Uint8Array): Map<string, Float32Array> {
  const weights = new Map<string, Float32Array>()
  for (const graph of messages(onnx, MODEL_GRAPH)) collect(graph, weights)
  return weights
}

function collect(graph: Uint8Array, weights: Map<string, Float32Array>): void {
  for (const node of messages(graph, GRAPH_NODE)) {
    const [output] = messages(node, NODE_OUTPUT)
    const name = output ? Buffer.from(output).toString('utf8') : ''
    for (const attribute of messages(node, NODE_ATTRIBUTE)) {
      for (const branch of messages(attribute, ATTRIBUTE_GRAPH)) collect(branch, weights)
      const [tensor] = messages(attribute, ATTRIBUTE_TENSOR)
      const read = tensor && name.startsWith(BRANCH) ? readTensor(tensor) : null
      if (read) weights.set(name.slice(BRANCH.length), read)
    }
  }
}

function readTensor(message: Uint8Array): Float32Array | null {
  const all = fields(message)
  const type = all.find(({ number }) => number === TENSOR_DATA_TYPE)?.value
  const raw = all.find(({ number }) => number === TENSOR_RAW_DATA)?.value
  if (type !== DATA_TYPE_FLOAT || !(raw instanceof Uint8Array)) return null
  // A copy, because numbers in the file do not begin at multiples of four.
  return new Float32Array(new Uint8Array(raw).buffer)
}

function messages(message: Uint8Array, number: number): Uint8Array[] {
  return fields(message)
    .filter((field) => field.number === number)
    .map(({ value }) => value)
    .filter((value) => value instanceof Uint8Array)
}

function fields(message: Uint8Array): Field[] {
  const found: Field[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at]
      if (byte === undefined) throw new Error('The model is cut off')
      at += 1
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }
  const bytes = (count: number): Uint8Array => {
    at += count
    if (at > message.length) throw new Error('The model is cut off')
    return message.subarray(at - count, at)
  }
  while (at < message.length) {
    const key = varint()
    const number = Math.floor(key / 8)
    const wire = key % 8
    if (wire === 0) found.push({ number, value: varint() })
    else if (wire === 1) found.push({ number, value: bytes(8) })
    else if (wire === 2) found.push({ number, value: bytes(varint()) })
    else if (wire === 5) found.push({ number, value: bytes(4) })
    else throw new Error('This is not a model')
  }
  return found
}
