/** Breakdowns: what sociologists ask, and the tables they get. */
package org.saualnama.breakdown;
