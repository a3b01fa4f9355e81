/** The variables that an expression sees: `CURRENT` (the document), `ROOT`, and those of `let`, `$map`, `$reduce` ... */
export type Scope = Readonly<Record<string, unknown>>
