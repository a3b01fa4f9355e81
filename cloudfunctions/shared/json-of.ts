/** What is left of a value after JSON: a `Date` arrives as a string, for example. */
export type JsonOf<Value> = Value extends { toJSON(): infer Json }
  ? JsonOf<Json>
  : Value extends object
    ? { [Key in keyof Value]: JsonOf<Value[Key]> }
    : Value
