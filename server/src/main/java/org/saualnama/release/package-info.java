/** Releases: the one transaction that opens the ballot box, and the tallies it adds to. */
package org.saualnama.release;
