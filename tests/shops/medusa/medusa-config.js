// What a Medusa server takes to run: a database, and nothing else. Events, jobs and locks stay in its memory; there are no admin pages.

const { defineConfig } = require("@medusajs/framework/utils");

const anywhere = "http://127.0.0.1";

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: { storeCors: anywhere, adminCors: anywhere, authCors: anywhere, jwtSecret: "hush", cookieSecret: "hush" },
  },
  admin: { disable: true },
});
