/** Disclosure control: the only way from tallies to anything that leaves the house. */
package org.saualnama.disclosure;
