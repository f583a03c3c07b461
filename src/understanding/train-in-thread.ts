import { Worker } from "node:worker_threads";
import type { Sample } from "./sparse-classifier.ts";
import { type TrainingOptions, trainClassifier } from "./train-classifier.ts";

/** Trains beside the main thread and gives the model's bytes. Uncompiled sources are trained in place: no thread can load them everywhere. */
export async function trainInThread(samples: readonly Sample[], options: TrainingOptions): Promise<Buffer> {
  if (import.meta.url.endsWith(".ts")) return trainClassifier(samples, options).save();
  const worker = new Worker(new URL("./train-worker.js", import.meta.url), { workerData: { samples, options } });
  return new Promise((resolve, reject) => {
    worker.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The training thread ended with ${code} before it was done.`)));
  });
}
