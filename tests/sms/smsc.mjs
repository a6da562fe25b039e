// A message centre: real SMPP by the npm package `smpp`, told what to do over HTTP.
//
//   node smsc.mjs SMPP_PORT CONTROL_PORT LOG
//
// Each SMS that it takes over is a line of JSON in LOG, which outlives it.
//
//   GET  /bound      how many sessions are bound
//   POST /deliver    {from, to, parts: [{text, udh?}]}: a telephone sends; answers the statuses it got
//   POST /behave     {hangUp: n}: takes the next n submits over, and hangs up without an answer
//                    {throttle: n}: refuses the next n, as too many
//                    {refuse: n}: refuses the next n, as a number that does not exist
//                    {early: true}: the receipt comes before the answer

import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import smpp from 'smpp';

const [smppPort, controlPort, log] = process.argv.slice(2);
const sessions = new Set();
const behaviour = { hangUp: 0, throttle: 0, refuse: 0, early: false };
let named = process.pid * 1000;

smpp.createServer({}, (session) => {
  session.on('bind_transceiver', (pdu) => {
    const known = pdu.system_id === 'shop' && pdu.password === 'secret';
    session.send(pdu.response({ system_id: 'centre', command_status: known ? 0 : 0x0e }));
    if (known) sessions.add(session);
  });
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => session.send(pdu.response(), () => session.close()));
  session.on('close', () => sessions.delete(session));
  session.on('error', () => sessions.delete(session));
  session.on('submit_sm', (pdu) => take(session, pdu));
}).listen(Number(smppPort), '127.0.0.1');

function take(session, pdu) {
  for (const [name, status] of [['throttle', 0x58], ['refuse', 0x0b]]) {
    if (behaviour[name] > 0) {
      behaviour[name] -= 1;
      session.send(pdu.response({ command_status: status }));
      return;
    }
  }
  const id = (named += 1).toString(16);
  const { message, udh } = pdu.short_message;
  const header = udh && Buffer.concat([].concat(udh)).toString('hex');
  const line = {
    from: pdu.source_addr,
    to: pdu.destination_addr,
    coding: pdu.data_coding,
    udh: header || null,
    text: message,
    receipt: pdu.registered_delivery,
  };
  appendFileSync(log, JSON.stringify(line) + '\n');
  if (behaviour.hangUp > 0) {
    behaviour.hangUp -= 1;
    session.close();
    return;
  }
  const answer = () => session.send(pdu.response({ message_id: id }));
  if (!behaviour.early) answer();
  session.deliver_sm({
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    esm_class: 4,
    short_message: `id:${id} sub:001 dlvrd:001 submit date:2611220251 done date:2611220251 stat:DELIVRD err:000 text:`,
  });
  if (behaviour.early) setTimeout(answer, 200);
}

async function deliver({ from, to, parts }) {
  const session = [...sessions].at(-1);
  const statuses = [];
  for (const { text, udh } of parts) {
    const short_message = udh ? { udh: Buffer.from(udh, 'hex'), message: text } : text;
    const pdu = {
      source_addr: from,
      source_addr_ton: 1,
      source_addr_npi: 1,
      destination_addr: to,
      esm_class: udh ? 0x40 : 0,
      short_message,
    };
    statuses.push(await new Promise((done) => session.deliver_sm(pdu, (r) => done(r.command_status))));
  }
  return statuses;
}

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const asked = body ? JSON.parse(body) : {};
  const routes = {
    '/bound': () => sessions.size,
    '/deliver': () => deliver(asked),
    '/behave': () => Object.assign(behaviour, asked),
  };
  const answer = await routes[request.url]();
  response.end(JSON.stringify(answer));
}).listen(Number(controlPort), '127.0.0.1', () => console.log('listening'));
