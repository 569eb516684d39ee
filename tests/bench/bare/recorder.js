// What recording itself costs: a microphone, a MediaRecorder with the app's settings, and nothing to
// see. Its chunks are kept, since nothing takes them.
const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const OPUS = { mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 64_000 }
const CHUNK_MS = 250

let recorder
let chunks = []

const open = () =>
  navigator.mediaDevices.getUserMedia({ audio: { ...PROCESSING, channelCount: 1 } })

const record = (stream) => {
  chunks = []
  recorder = new MediaRecorder(stream, OPUS)
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
  recorder.addEventListener('stop', () => {
    globalThis.recording = new Blob(chunks, { type: OPUS.mimeType })
    if (stream !== globalThis.microphone) stream.getTracks().forEach((track) => track.stop())
  })
  recorder.start(CHUNK_MS)
}

const onClick = (id, listener) => document.querySelector(id).addEventListener('click', listener)

onClick('#record', () => record(globalThis.microphone))
onClick('#open', () => open().then(record))
onClick('#stop', () => recorder.stop())
open().then((stream) => (globalThis.microphone = stream))
