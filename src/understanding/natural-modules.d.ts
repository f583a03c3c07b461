/** Types for the deep files of natural 8.1.1 that have none. The root of the package must never be imported. */
declare module "natural/lib/natural/classifiers/classifier.js" {
  export interface Learner<Observation> {
    addExample(observation: Observation, label: string): void;
    train(): void;
    getClassifications(observation: Observation): { label: string; value: number }[];
    classify(observation: Observation): string;
  }

  export interface TextStemmer {
    tokenizeAndStem(text: string, keepStops?: boolean): string[];
  }

  export default class Classifier<Observation> {
    constructor(classifier: Learner<Observation>, stemmer: TextStemmer);
    classifier: Learner<Observation>;
    stemmer: TextStemmer;
    docs: { label: string; text: string[] }[];
    addDocument(text: string | string[], label: string): void;
    textToFeatures(observation: string | string[]): Observation;
    train(): void;
    getClassifications(observation: string | string[]): { label: string; value: number }[];
    classify(observation: string | string[]): string;
  }
}

declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  export default class BayesClassifier {
    addDocument(text: string | string[], label: string): void;
    train(): void;
    classify(observation: string | string[]): string;
  }
}

declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: { stem(token: string): string };
  export default stemmer;
}

declare module "natural/lib/natural/tokenizers/regexp_tokenizer.js" {
  export class RegexpTokenizer {
    constructor(options: { pattern: RegExp });
    tokenize(text: string): string[];
  }
}

declare module "natural/lib/natural/distance/levenshtein_distance.js" {
  const distances: {
    DamerauLevenshteinDistance(source: string, target: string, options?: { restricted?: boolean }): number;
  };
  export default distances;
}
