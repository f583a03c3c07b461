import type { SampleRequest } from "./sample-request.ts";

/** The desk page's end points, logged in and with the first case, if there is one; `password` is the desk's. */
export async function deskSamples(address: string, password: string): Promise<readonly SampleRequest[]> {
  const plain = { "content-type": "application/json", origin: address, "x-ansim-desk": "1" };
  const body = JSON.stringify({ password, name: "민지" });
  const login = await fetch(`${address}/desk/api/login`, { method: "POST", headers: plain, body });
  const headers = { ...plain, cookie: login.headers.get("set-cookie")?.split(";", 1)[0] ?? "" };
  if (login.status !== 200) throw new Error(`The desk refused to log in: ${login.status}`);
  const listed = await fetch(`${address}/desk/api/cases`, { headers });
  const id = /"id":"([^"]+)"/.exec(await listed.text())?.[1] ?? "none";
  const act = JSON.stringify({ id: "00000000-fuzz", act: { kind: "note", text: "확인 중" } });
  return [
    { name: "cases", method: "GET", path: "/desk/api/cases", headers, body: "" },
    { name: "case", method: "GET", path: `/desk/api/cases/${id}`, headers, body: "" },
    { name: "act", method: "POST", path: `/desk/api/cases/${id}/acts`, headers, body: act },
    { name: "reviews", method: "GET", path: "/desk/api/reviews", headers, body: "" },
    { name: "review", method: "POST", path: "/desk/api/reviews/x", headers, body: '{"act":{"kind":"dismiss"}}' },
    { name: "me", method: "GET", path: "/desk/api/me", headers, body: "" },
    { name: "login", method: "POST", path: "/desk/api/login", headers: plain, body: '{"password":"x","name":"y"}' },
  ];
}
