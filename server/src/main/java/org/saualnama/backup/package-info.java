/** All that an installation keeps as one sealed file, and that file as an installation again. */
package org.saualnama.backup;
