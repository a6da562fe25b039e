// The shop's own page, as a developer would write it with @segment/analytics-next.

import { AnalyticsBrowser } from '@segment/analytics-next';

/** Loads the SDK, pointed at onedoor, for a visitor on this device. */
window.openShop = async ({ onedoor, writeKey, device }) => {
  const { host } = new URL(onedoor);
  const integrations = { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http' } };
  const [analytics] = await AnalyticsBrowser.load({ writeKey, cdnURL: onedoor }, { integrations });
  analytics.setAnonymousId(device);
  window.analytics = analytics;
};

/** Makes one call; the browser's SDK takes what the others name by position. */
window.makeCall = async ([type, message]) => {
  const options = { messageId: message.messageId, timestamp: message.timestamp };
  const { event, category, name, properties, userId, traits, groupId, previousId } = message;
  const positions = {
    track: [event, properties],
    page: [category, name, properties],
    screen: [category, name, properties],
    identify: [userId, traits],
    group: [groupId, traits],
    alias: [userId, previousId],
  };
  await window.analytics[type](...positions[type], options);
};
