import { toCloudError } from '../../cloud/cloud-error'
import { type CardOptions, cardOf } from './card'

/** What is needed of a page. */
interface Page {
  setData(changes: Record<string, unknown>): void
}

/**
 * Runs what a page asks of the cloud. Meanwhile `loading` of the page's data is true; `error` holds the card of a
 * failure, until the next attempt. Never rejects.
 *
 * @param place of the two in the data, such as `allowed.`; at its top without one
 */
export async function attempt(
  page: Page,
  run: () => Promise<unknown>,
  { place = '', ...options }: CardOptions & { place?: string } = {},
): Promise<void> {
  const show = (loading: boolean, error: unknown) =>
    page.setData({ [`${place}loading`]: loading, [`${place}error`]: error })
  show(true, null)
  try {
    await run()
    show(false, null)
  } catch (error) {
    show(false, cardOf(toCloudError(error), options))
  }
}
