// What recording itself costs: a microphone that is open already, a MediaRecorder with the app's
// settings, and nothing to see. Its chunks are kept, since nothing takes them.
const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const OPUS = { mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 64_000 }
const CHUNK_MS = 250

const constraints = { audio: { ...PROCESSING, channelCount: 1 } }

navigator.mediaDevices.getUserMedia(constraints).then((stream) => {
  let recorder
  let chunks = []
  document.querySelector('#record').addEventListener('click', () => {
    chunks = []
    recorder = new MediaRecorder(stream, OPUS)
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    recorder.start(CHUNK_MS)
  })
  document.querySelector('#stop').addEventListener('click', () => {
    recorder.addEventListener('stop', () => {
      globalThis.recording = new Blob(chunks, { type: OPUS.mimeType })
    })
    recorder.stop()
  })
  globalThis.microphone = stream
})
