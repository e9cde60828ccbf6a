/** A collector's link on paper: its QR code, and a poster with it. */
package org.saualnama.poster;
