/** Logs a customer in at the call centre at `url` (PROTOCOL.md §2). Rejects when it is refused. */
export const logInForToken = async (url: string, sdkAppId: string): Promise<string> => {
  const body = JSON.stringify({ sdkAppId, jsCode: `self-check-${String(Date.now())}` })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/login`, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`the log-in was answered with HTTP ${String(response.status)}`)
  const { token } = (await response.json()) as { readonly token: string }
  return token
}
