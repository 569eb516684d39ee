import type { AppContext } from '../appContext'

/**
 * Hides what somebody deletes. It goes for good once its time to be brought back is over.
 * @param closesTakes whether one of its takes may still be written to: that is closed first
 */
export async function hideWith(
  {
    takeWriter,
    reserve,
    purge,
    measurer,
  }: Pick<AppContext, 'takeWriter' | 'reserve' | 'purge' | 'measurer'>,
  { closesTakes }: { closesTakes: boolean },
  hide: (deletedAtMs: number) => void,
): Promise<void> {
  if (closesTakes) await takeWriter.closeAll()
  await reserve.spend(() => hide(Date.now()))
  purge.schedule()
  measurer.dropDeleted()
}
