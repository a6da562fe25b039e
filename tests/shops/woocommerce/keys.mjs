// Who may ask: by Basic over TLS, which ends before this server; without TLS by a signature of OAuth 1.0a, as WooCommerce's own
// client makes it.

import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';

export const KEY = 'ck_1';
export const SECRET = 'cs_1';

const BASIC = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`;

export function mayAsk(request, url) {
  if (request.headers.authorization === BASIC) return true;
  if (url.searchParams.get('oauth_consumer_key') !== KEY) return false;
  const oauth = new OAuth({
    consumer: { key: KEY, secret: SECRET },
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  });
  const said = Object.fromEntries(url.searchParams);
  const { oauth_signature: signature, ...rest } = said;
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('oauth_')));
  const data = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('oauth_')));
  const asked = { url: `http://${request.headers.host}${url.pathname}`, method: request.method, data };
  return oauth.getSignature(asked, undefined, own) === signature;
}
