import { contextBridge, ipcRenderer } from 'electron'
import { eventChannel, requestChannel, type Bridge, type Reply } from '../shared/bridge'

const bridge: Bridge = {
  request: (name, input): Promise<Reply<unknown>> =>
    ipcRenderer.invoke(requestChannel(name), input) as Promise<Reply<unknown>>,
  on: (name, listener) => {
    const channel = eventChannel(name)
    const pass = (_event: unknown, payload: unknown): void => listener(payload)
    ipcRenderer.on(channel, pass)
    return () => {
      ipcRenderer.off(channel, pass)
    }
  },
}

contextBridge.exposeInMainWorld('soundcheck', bridge)
