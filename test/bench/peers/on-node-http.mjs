// The few methods of Express that both SDKs call, on a bare node:http server; prints its address.
import { createServer } from "node:http";

export function serve(process_) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    request.body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    response.status = (code) => {
      response.statusCode = code;
      return response;
    };
    response.header = (name, value) => {
      response.setHeader(name, value);
      return response;
    };
    response.set = response.header;
    response.send = (body) => {
      if (body !== undefined && typeof body !== "string") {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(body));
      } else response.end(body);
      return response;
    };
    response.json = response.send;
    try {
      await process_(request, response);
    } catch (error) {
      process.stderr.write(`${error?.stack ?? error}\n`);
      if (!response.headersSent) response.status(500).end();
    }
  });
  server.listen(0, "127.0.0.1", () => process.stdout.write(`Serving  http://127.0.0.1:${server.address().port}/ \n`));
}
