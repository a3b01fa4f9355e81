/** Asks the local cloud for what the panel shows. Rejects with an `Error` for people. */
export async function ask<Answer>(path: string, json?: object): Promise<Answer> {
  const init = json && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  }
  const response = await fetch(path, init).catch(() => {
    throw new Error('本地云没有回答：npm start 还在运行吗？')
  })
  const answer = (await response.json()) as Answer & { error?: string }
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`)
  return answer
}
