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
export function attempt(
  page: Page,
  run: () => Promise<unknown>,
  options: CardOptions & { place?: string } = {},
): Promise<void> {
  const { place = '' } = options
  const show = (loading: boolean, error: unknown) =>
    page.setData({ [`${place}loading`]: loading, [`${place}error`]: error })
  show(true, null)
  return run().then(
    () => show(false, null),
    error => show(false, cardOf(toCloudError(error), options)),
  )
}
