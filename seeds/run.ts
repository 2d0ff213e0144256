/** `node --import tsx seeds/run.ts reference|demo|volume`: brings a database what every installation needs, the demo story, or measure. */
