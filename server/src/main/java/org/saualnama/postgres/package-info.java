/** The database itself: where it is, its migrations, and whether it may be trusted with answers. */
package org.saualnama.postgres;
