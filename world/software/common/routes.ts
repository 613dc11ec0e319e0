import type { Server, WorldState } from "../../model.ts";
import type { Asked, Reply } from "./reply.ts";

export type Scene = { readonly world: WorldState; readonly server: Server; readonly asked: Asked };
export type Answerer = (scene: Scene, ...parts: readonly string[]) => Reply;

/** `GET /users/:user` and the like; a colon stands for one part of the path. */
export type Routes = Readonly<Record<string, Answerer>>;
export type Router = (scene: Scene) => Reply | undefined;

export function router(...tables: readonly Routes[]): Router {
  const exact = new Map<string, Answerer>();
  const shaped: { readonly method: string; readonly path: RegExp; readonly answer: Answerer }[] = [];
  for (const [line, answer] of tables.flatMap((table) => Object.entries(table))) {
    const [method = "", path = ""] = line.split(" ");
    if (path.includes(":")) shaped.push({ method, path: shape(path), answer });
    else exact.set(line, answer);
  }
  return (scene) => {
    const { method, path } = scene.asked;
    const found = exact.get(`${method} ${path}`);
    if (found) return found(scene);
    for (const route of shaped) {
      const parts = route.method === method ? route.path.exec(path) : null;
      if (parts) return route.answer(scene, ...parts.slice(1).map(decodeURIComponent));
    }
    return undefined;
  };
}

const shape = (path: string) => new RegExp(`^${path.replace(/:[a-z]+/g, "([^/]+)")}$`);
