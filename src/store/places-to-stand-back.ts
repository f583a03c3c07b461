/**
 * When more waits than can be done, a customer whose case is with staff lets at most this many conversations go first that came
 * later: simple questions are not held up by hand-offs, and nobody starves. Without a queue it changes nothing.
 */
export const PLACES_TO_STAND_BACK = 500;
