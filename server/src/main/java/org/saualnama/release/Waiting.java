package org.saualnama.release;

/**
 * What waits for a release, counted no further than it matters.
 *
 * @param boxed submissions in the ballot box
 * @param imported interviews
 */
record Waiting(long boxed, long imported) {}
