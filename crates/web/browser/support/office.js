// A desk at work: the program with the samples in a fresh register, served on a free port.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));
// In the week of most samples, so that what is due and what is past do not move with the calendar.
const NOW = "2026-01-16T09:00:00Z";
// The machine may be busy with other builds.
const PATIENCE_MS = 120_000;

/** The program that is tested; CHANCERY names it. */
const program = () => {
  const named = process.env.CHANCERY;
  if (!named) throw new Error("CHANCERY names no program; run `make browser`, or set it to a built chancery");
  return resolve(ROOT, named);
};

/** Serves the samples. Whoever opens an office closes it. */
export const open = async () => {
  const folder = await mkdtemp(join(tmpdir(), "chancery-browser-"));
  const register = join(folder, "register.db");
  const env = { ...process.env, CHANCERY_NOW: NOW };
  await promisify(execFile)(program(), ["add", "--register", register, join(ROOT, "samples")], { env });
  const serve = ["serve", "--register", register, "--listen", "127.0.0.1:0", "--who", "Ada", "--log", "warn"];
  const server = spawn(program(), serve, { env, stdio: ["ignore", "pipe", "inherit"] });
  const close = async () => {
    const ended = server.exitCode === null ? new Promise((done) => server.once("exit", done)) : null;
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await told(server);
    await indexed(address);
    return { address, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The address that the program prints when it listens. */
const told = (server) =>
  new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error("the program prints no address")), PATIENCE_MS);
    createInterface({ input: server.stdout }).once("line", (line) => {
      clearTimeout(late);
      found(line.trim().replace(/\/$/, ""));
    });
    server.once("exit", (code) => failed(new Error(`the program ends with ${code} before it serves`)));
  });

/** Waits until the index of words is made, without which lists cannot be shown. */
const indexed = async (address) => {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${address}/engagements`);
    if (answer.status !== 503) return;
    await pause(100);
  }
  throw new Error("the index of words is never made");
};
