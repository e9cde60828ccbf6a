/** The studio: pages in which admins author and run surveys, all in one frame. */
package org.saualnama.studio;
