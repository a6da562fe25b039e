// What the server tells of a customer, as any door with a secret key may ask.

/**
 * The customer of an identity: who it is, what they did, oldest first, and by which doors they came.
 * @param {import('../clients/onedoor.mjs').Onedoor} onedoor
 * @param {string} identity `kind:value`
 */
export async function wayOf(onedoor, identity) {
  const { customer } = await onedoor.context(identity);
  const events = await onedoor.timeline(customer.id);
  const way = events.map(({ type, name }) => (['track', 'page', 'screen'].includes(type) ? name : type));
  const doors = [...new Set(events.map(({ channel }) => channel.name))].toSorted();
  return { id: customer.id, way, doors };
}

/** Of several identities at one moment. @param {import('../clients/onedoor.mjs').Onedoor} onedoor @param {string[]} identities */
export async function waysOf(onedoor, identities) {
  return await Promise.all(identities.map((identity) => wayOf(onedoor, identity)));
}
