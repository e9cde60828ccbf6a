/** Weights that make the respondents resemble the population: margins, raking, calibration. */
package org.saualnama.weighting;
