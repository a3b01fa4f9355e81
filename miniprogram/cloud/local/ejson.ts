/** Dates, numbers and ids in the form in which documents travel, as far as the local cloud needs them told apart. */

const types: Readonly<Record<string, (value: never) => unknown>> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $date: value => new Date(value),
  $oid: String,
}

export function toEjson(value: object): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, name, json: unknown) {
    // `Date` has made a text of itself before this is asked.
    const date = this[name]
    return date instanceof Date ? { $date: { $numberLong: String(date.getTime()) } } : json
  })
}

export function fromEjson(text: string): unknown {
  return JSON.parse(text, (_name, value) => {
    const type = value && typeof value === 'object' ? Object.keys(value)[0] : undefined
    const read = type === undefined ? undefined : types[type]
    return read && type !== undefined ? read(value[type] as never) : value
  })
}
