package org.saualnama.microdata;

/**
 * One thing that a variable can say.
 *
 * @param code language-neutral, as in the definition
 * @param number what stands for it in files of numbers; below all others for a residual
 * @param label its words
 * @param residual whether it says that there is no answer to the question itself
 */
record Value(String code, int number, String label, boolean residual) {}
