/** A whole release in one signed file, to be kept and checked without the server. */
package org.saualnama.bundle;
