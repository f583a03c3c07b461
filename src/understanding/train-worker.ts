import { parentPort, workerData } from "node:worker_threads";
import type { Sample } from "./sparse-classifier.ts";
import { type TrainingOptions, trainClassifier } from "./train-classifier.ts";

/** What the thread is started with. */
export interface TrainingTask {
  readonly samples: readonly Sample[];
  readonly options: TrainingOptions;
}

const task: TrainingTask = workerData;
parentPort?.postMessage(trainClassifier(task.samples, task.options).save());
