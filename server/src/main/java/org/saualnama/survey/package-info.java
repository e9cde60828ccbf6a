/** Survey definitions: what an author writes in YAML, checked, versioned and served. */
package org.saualnama.survey;
