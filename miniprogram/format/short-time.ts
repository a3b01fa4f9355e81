/**
 * A moment in the time zone of the phone, such as `11-21 09:05`. Not `toLocaleString`, which many phones write in
 * English.
 *
 * @param milliseconds since 1970
 */
export function shortTime(milliseconds: number): string {
  const date = new Date(milliseconds)
  const two = (value: number) => `0${value}`.slice(-2)
  return `${date.getMonth() + 1}-${date.getDate()} ${two(date.getHours())}:${two(date.getMinutes())}`
}
