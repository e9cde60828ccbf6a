package org.saualnama.audit;

/**
 * One link of the chain.
 *
 * @param number counted from 1, without gaps
 * @param line JSON, exactly as it was hashed
 */
public record Entry(long number, String line) {}
