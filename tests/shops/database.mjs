// A database of a server's own in the PostgreSQL that is there for the tests, and goes with it.

import pg from "pg";

/** Makes it; its URL. */
export async function database(postgres, name) {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(postgres);
  url.pathname = `/${name}`;
  return url.href;
}
