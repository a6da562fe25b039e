// The merchant's own servers and tills: they hold a secret key.

import assert from 'node:assert/strict';

export async function record(url, secretKey, type, call) {
  const answer = await fetch(`${url}/v1/${type}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(call),
  });
  assert.equal(answer.status, 200, await answer.text());
}
