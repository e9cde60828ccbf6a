/** The server's secret, and everything that is derived from or sealed under it. */
package org.saualnama.secret;
