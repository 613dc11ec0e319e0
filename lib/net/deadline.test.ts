import { connect, createServer } from "node:net";
import { expect, it } from "vitest";
import { deadline } from "./deadline.ts";

/** Holds the whole process, as a long computation does. */
const standStill = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it("rings when its time is over", async () => {
  await new Promise<void>((resolve) => deadline(20, resolve));
});

it("does not ring once it is called off, not even in its last turn", async () => {
  const rung: string[] = [];
  const stop = deadline(10, () => rung.push("late"));
  const lastTurn = new Promise<void>((resolve) => setTimeout(resolve, 10));
  // Both are due in the same turn then, one after the other.
  standStill(20);
  await lastTurn;
  stop();
  await new Promise<void>((resolve) => deadline(40, resolve));
  expect(rung).toEqual([]);
});

it("does not count the time in which the process could not listen", async () => {
  const order: string[] = [];
  const late = new Promise<void>((resolve) => deadline(150, () => resolve(void order.push("late"))));
  standStill(400);
  setTimeout(() => order.push("answer"), 60);
  await late;
  expect(order).toEqual(["answer", "late"]);
});

it("lets several round trips happen after a standstill", async () => {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const socket = connect((server.address() as { port: number }).port, "127.0.0.1");
  let trips = 0;
  const end = new Promise<number>((resolve) => {
    const stop = deadline(200, () => resolve(trips));
    socket.on("data", () => {
      trips += 1;
      if (trips < 5) return socket.write("ping");
      stop();
      return resolve(trips);
    });
  });
  socket.write("ping");
  standStill(500);
  expect(await end).toBe(5);
  socket.destroy();
  server.close();
});
