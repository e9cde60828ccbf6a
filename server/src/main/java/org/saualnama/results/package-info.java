/** What anybody may read: the surveys there are, and their published figures as pages. */
package org.saualnama.results;
