import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { expect, test } from '../../fixtures'

/** Ways for a script to tell somebody something. Each names itself as far as its way allows. */
const WAYS: Record<string, (port: number) => unknown> = {
  'requests of every kind': (port) => {
    const url = `http://127.0.0.1:${port}/`
    navigator.sendBeacon(url, 'x')
    new Image().src = url
    const sources = [new EventSource(url), new WebSocket(`ws://127.0.0.1:${port}/`)]
    for (const source of sources) source.addEventListener('error', () => {})
    void new Audio(url).play().catch(() => {})
    const old = new XMLHttpRequest()
    old.open('POST', url)
    old.addEventListener('error', () => {})
    old.send('x')
    return fetch(url, { mode: 'no-cors' }).catch(() => {})
  },
  'hints for what will be needed': (port) => {
    for (const host of ['127.0.0.1', 'localhost']) {
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'modulepreload', 'icon']) {
        const link = document.createElement('link')
        link.rel = rel
        link.href = `http://${host}:${port}/`
        document.head.append(link)
      }
    }
  },
  'a link that reports its click': (port) => {
    const link = document.createElement('a')
    link.ping = `http://127.0.0.1:${port}/`
    link.href = '#x'
    document.body.append(link)
    link.click()
  },
  WebTransport: (port) => new WebTransport(`https://127.0.0.1:${port}/`).ready.catch(() => {}),
  'calls, through a server': async (port) => {
    const at = (scheme: string, transport: string) => ({
      urls: `${scheme}:127.0.0.1:${port}?transport=${transport}`,
      username: 'x',
      credential: 'x',
    })
    const call = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${port}` },
        at('turn', 'udp'),
        at('turn', 'tcp'),
        at('turns', 'tcp'),
      ],
    })
    call.createDataChannel('x')
    await call.setLocalDescription(await call.createOffer())
  },
  'calls, directly': async (port) => {
    const mine = new RTCPeerConnection()
    const other = new RTCPeerConnection()
    mine.createDataChannel('x')
    const offer = await mine.createOffer()
    await mine.setLocalDescription(offer)
    await other.setRemoteDescription(offer)
    const answer = await other.createAnswer()
    await other.setLocalDescription(answer)
    await mine.setRemoteDescription(answer)
    for (const candidate of [
      `candidate:1 1 udp 2130706431 127.0.0.1 ${port} typ host`,
      `candidate:2 1 tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive`,
    ]) {
      await mine.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 })
    }
  },
}

test('a script that got into the page would find nobody to talk to', async ({ page }) => {
  const heard: string[] = []
  const streams = createServer((socket) => {
    heard.push('a connection')
    socket.on('error', () => {})
    socket.end()
  })
  await once(streams.listen(0, '0.0.0.0'), 'listening')
  const { port } = streams.address() as AddressInfo
  const datagrams = createSocket('udp4', () => heard.push('a datagram'))
  datagrams.bind(port, '0.0.0.0')
  await once(datagrams, 'listening')
  try {
    for (const [way, attempt] of Object.entries(WAYS)) {
      await page.evaluate(attempt, port)
      await page.waitForTimeout(1000)
      expect(heard, way).toEqual([])
    }
    // The listeners do hear.
    connect(port, '127.0.0.1').end()
    const speaker = createSocket('udp4')
    speaker.send('x', port, '127.0.0.1', () => speaker.close())
    await expect.poll(() => heard.toSorted()).toEqual(['a connection', 'a datagram'])
  } finally {
    streams.close()
    datagrams.close()
  }
})
