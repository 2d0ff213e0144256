/** A bare node:http server: the one statement given, prepared, its text passed through. Run as `serve-limit.ts <database>`. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { creditFileAsJson } from "./credit-file.queries.ts";
import { memberPageAsJson, memberPageAsText } from "./member-page.queries.ts";

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const statements: Record<string, { name: string; text: string }> = {
  text: { name: "text", text: memberPageAsText },
  json: { name: "json", text: memberPageAsJson },
  credit: { name: "credit", text: creditFileAsJson },
};

const server = createServer((request, response) => {
  const [, way = "", id] = (request.url ?? "").split("/");
  const statement = statements[way];
  if (!statement) return void response.writeHead(404, { "content-length": 0 }).end();
  const answer = (status: number, text: string) => {
    const body = Buffer.from(text);
    response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
  };
  pool.query<{ body: string }>({ ...statement, values: [id] }).then(({ rows }) => answer(200, rows[0]?.body ?? "null"), (error: unknown) => answer(500, String(error)));
});

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit(0));
