/** How the server says no, in one shape for every feature. */
package org.saualnama.refusal;
