import { measureTake } from '../../electron/measures/measureTake'

export interface Cost {
  durationMs: number
  cpuMs: number
  peakMemoryMb: number
}

// Run with a file; prints what measuring it cost this process, all of its threads together.
const [, , file = ''] = process.argv
const { durationMs } = await measureTake(file)
const { user, system } = process.cpuUsage()
const cost: Cost = {
  durationMs,
  cpuMs: (user + system) / 1000,
  peakMemoryMb: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(cost))
