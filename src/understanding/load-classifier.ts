import type { Classifier } from "./classifier.ts";
import { readModel } from "./model-file.ts";
import { toClassifier } from "./train-classifier.ts";

/** A classifier from the bytes of `save`. Throws when they are not a whole model. */
export const loadClassifier = (bytes: Buffer): Classifier => toClassifier(readModel(bytes));
