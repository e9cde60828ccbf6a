/** Synthetic respondents, so that a new server has something to show. */
package org.saualnama.demo;
