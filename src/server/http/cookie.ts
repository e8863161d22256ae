import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_COOKIE = 'heng_session'

/**
 * Set a cookie that scripts cannot read and other sites do not send, `Secure` where the request came over https.
 * `value` must consist of letters, digits, `-`, `_` and `.`. It is taken back where the request fails in the end.
 */
export function setCookie(request: FastifyRequest, reply: FastifyReply, cookie: { readonly name: string; readonly value: string; readonly maxAgeS: number }): void {
  if (!/^[\w.-]*$/.test(cookie.value)) throw new Error(`the value of cookie ${cookie.name} has other characters`)
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header('set-cookie', `${cookie.name}=${cookie.value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${cookie.maxAgeS}${secure}`)
}

/** Make the browser forget a cookie. */
export function dropCookie(request: FastifyRequest, reply: FastifyReply, name: string): void {
  setCookie(request, reply, { name, value: '', maxAgeS: 0 })
}
