/** Who did what, in a log that is only ever added to and that shows any tampering. */
package org.saualnama.audit;
